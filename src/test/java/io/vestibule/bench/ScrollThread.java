package io.vestibule.bench;

import io.vestibule.app.desktop.ApplicationLauncher;
import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.FileTree;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/// The longest time that the program's code blocks the FX thread while the list of people is scrolled from its first
/// line to its last: a jump of a hundred lines with each frame, pages loaded in the background. Measured as
/// [FxThread] does; prints milliseconds of processor time.
public final class ScrollThread {

    private static final int PEOPLE = Integer.getInteger("vestibule.bench.people", 20_000);
    private static final int BATCH = 1_000;
    private static final int JUMP = 100;

    private ScrollThread() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var folder = Files.createTempDirectory("vestibule-bench");
        try {
            measure(folder);
        } finally {
            FileTree.delete(folder);
        }
        System.exit(0);
    }

    private static void measure(Path folder) throws Exception {
        try (var application = TestApplication.furnished(folder.resolve("data"))) {
            for (int from = 0; from < PEOPLE; from += BATCH) {
                fill(application, from);
            }
        }
        try (var applicationLauncher = new ApplicationLauncher()) {
            var opened = new CompletableFuture<Desktop>();
            Platform.startup(() -> applicationLauncher.start(
                    new Stage(),
                    folder.resolve("data"),
                    opened::complete,
                    problem -> opened.completeExceptionally(new IllegalStateException(problem.code()))));
            var desktop = opened.get(1, TimeUnit.MINUTES);
            var shell = FxThread.on(() -> desktop.shell().orElseThrow());
            FxThread.on(() -> {
                shell.open(shell.screens().get(1));
                return true;
            });
            FxThread.until(
                    () -> list(desktop).map(list -> !list.getItems().isEmpty()).orElse(false));
            scroll(desktop);
            var longest = new AtomicLong();
            var watch = FxThread.watch(FxThread.on(Thread::currentThread), longest);
            scroll(desktop);
            watch.interrupt();
            watch.join();
            var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(longest.get() / 1e6);
        }
    }

    private static Optional<ListView<?>> list(Desktop desktop) {
        return Optional.ofNullable((ListView<?>) desktop.scene().getRoot().lookup(".card-list"));
    }

    private static void scroll(Desktop desktop) throws Exception {
        var list = FxThread.on(() -> list(desktop).orElseThrow());
        var through = new CompletableFuture<Boolean>();
        var line = new AtomicInteger();
        FxThread.on(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    list.scrollTo(Math.min(line.addAndGet(JUMP), list.getItems().size() - 1));
                    if (line.get() >= PEOPLE) {
                        stop();
                        through.complete(true);
                    }
                }
            }.start();
            return true;
        });
        through.get(1, TimeUnit.MINUTES);
    }

    private static void fill(Application application, int from) {
        var peopleStores = application.storage().people();
        var company = peopleStores.companies().active().orElseThrow().id();
        application.storage().database().transaction(() -> {
            for (int i = from; i < from + BATCH; i++) {
                peopleStores
                        .persons()
                        .insert(new Person(
                                new io.vestibule.base.PersonId(UUID.randomUUID()),
                                company,
                                UUID.randomUUID(),
                                PersonKind.VISITOR,
                                "Person %05d".formatted(i),
                                Contact.NONE,
                                Set.of(),
                                "",
                                Optional.empty(),
                                application.storage().clock().instant(),
                                Optional.empty(),
                                false));
            }
        });
    }
}

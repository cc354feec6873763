package io.vestibule.bench;

import io.vestibule.app.desktop.ApplicationLauncher;
import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.FileTree;
import io.vestibule.base.PersonId;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// The longest time that the program's code blocks the FX thread on the Rules screen with 1,000 rules and 100,000
/// people: while scrolling the rules, while searching for one by typing, while opening one after another, and while
/// searching and scrolling people in the builder. Measured as [FxThread] does; prints the longest stretch in
/// milliseconds of processor time, then one line for each of the parts.
public final class RulesThread {

    private static final int PEOPLE = Integer.getInteger("vestibule.bench.people", 100_000);
    private static final int RULES = Integer.getInteger("vestibule.bench.rules", 1_000);
    private static final int BATCH = 1_000;
    private static final int JUMP = 10;
    private static final int NAMED = 3;
    private static final List<String> FIRST =
            List.of("Ana", "Ben", "Chloe", "Dmitri", "Elif", "Farah", "Goran", "Hana");

    /// Frames between two keys of a fast typist.
    private static final int FRAMES = 6;

    /// One part of the measured interaction.
    private record Part(String name, Doing doing) {}

    private interface Doing {
        void with(Desktop desktop) throws Exception;
    }

    private RulesThread() {}

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
            var people = new ArrayList<Person>();
            for (int from = 0; from < PEOPLE; from += BATCH) {
                fill(application, from, people);
            }
            rules(application, people);
        }
        try (var applicationLauncher = new ApplicationLauncher()) {
            var opened = new CompletableFuture<Desktop>();
            Platform.startup(() -> applicationLauncher.start(
                    new Stage(),
                    folder.resolve("data"),
                    opened::complete,
                    problem -> opened.completeExceptionally(new IllegalStateException(problem.code()))));
            var desktop = opened.get(1, TimeUnit.MINUTES);
            FxThread.on(() -> {
                desktop.shell().orElseThrow().open("rules");
                return true;
            });
            FxThread.until(() ->
                    list(desktop).map(list -> list.getItems().size() >= RULES).orElse(false));
            var parts = List.of(
                    new Part("rules go by", RulesThread::scroll),
                    new Part("a rule is looked for", RulesThread::find),
                    new Part("one rule after another", RulesThread::open),
                    new Part("people are looked for", RulesThread::pick));
            for (var part : parts) {
                part.doing().with(desktop);
            }
            var lines = new ArrayList<String>();
            long worst = 0;
            for (var part : parts) {
                var longest = new AtomicLong();
                var watch = FxThread.watch(FxThread.on(Thread::currentThread), longest);
                part.doing().with(desktop);
                watch.interrupt();
                watch.join();
                worst = Math.max(worst, longest.get());
                lines.add(String.format(Locale.ROOT, "%s: %.2f", part.name(), longest.get() / 1e6));
            }
            var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(worst / 1e6);
            lines.forEach(out::println);
        }
    }

    private static void scroll(Desktop desktop) throws Exception {
        var list = FxThread.on(() -> list(desktop).orElseThrow());
        frames(1, RULES / JUMP, step -> list.scrollTo(step * JUMP));
        FxThread.on(() -> {
            list.scrollTo(0);
            return true;
        });
    }

    private static void find(Desktop desktop) throws Exception {
        type(desktop, "Search rules", "guests at door 0512");
    }

    private static void open(Desktop desktop) throws Exception {
        var list = FxThread.on(() -> list(desktop).orElseThrow());
        frames(FRAMES, 20, step -> list.getSelectionModel().select(step * JUMP));
        FxThread.until(() -> field(desktop, "Find a person by name").isPresent());
    }

    private static void pick(Desktop desktop) throws Exception {
        type(desktop, "Find a person by name", "dmitri 0512");
        FxThread.on(() -> {
            field(desktop, "Find a person by name").orElseThrow().setText("a");
            return true;
        });
        FxThread.until(() -> !found(desktop).getItems().isEmpty());
        var found = FxThread.on(() -> found(desktop));
        frames(2, found.getItems().size(), found::scrollTo);
        FxThread.on(() -> {
            field(desktop, "Find a person by name").orElseThrow().clear();
            return true;
        });
        FxThread.until(() -> found.getItems().isEmpty());
    }

    /// Types a text, and deletes it letter by letter.
    private static void type(Desktop desktop, String field, String text) throws Exception {
        var at = FxThread.on(() -> field(desktop, field).orElseThrow());
        frames(
                FRAMES,
                2 * text.length(),
                step -> at.setText(text.substring(0, step <= text.length() ? step : 2 * text.length() - step)));
    }

    /// Runs a step in every n-th frame, from step 1 to the last.
    private static void frames(int every, int steps, Consumer<Integer> step) throws Exception {
        var through = new CompletableFuture<Boolean>();
        var frame = new AtomicInteger();
        FxThread.on(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    int at = frame.incrementAndGet();
                    if (at % every == 0 && at / every <= steps) {
                        step.accept(at / every);
                    } else if (at / every > steps + 1) {
                        stop();
                        through.complete(true);
                    }
                }
            }.start();
            return true;
        });
        through.get(1, TimeUnit.MINUTES);
    }

    @SuppressWarnings("unchecked")
    private static Optional<ListView<Object>> list(Desktop desktop) {
        return Optional.ofNullable((ListView<Object>) desktop.scene().getRoot().lookup(".card-list"));
    }

    @SuppressWarnings("unchecked")
    private static ListView<Object> found(Desktop desktop) {
        return desktop.scene().getRoot().lookupAll(".list-view").stream()
                .filter(node -> "People found".equals(node.getAccessibleText()))
                .map(node -> (ListView<Object>) node)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<TextField> field(Desktop desktop, String words) {
        return desktop.scene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> words.equals(node.getAccessibleText()))
                .filter(Node::isVisible)
                .map(TextField.class::cast)
                .findFirst();
    }

    private static void rules(Application application, List<Person> people) {
        var flow = application.rules().flow();
        var blank = flow.create().draft();
        for (int i = 0; i < RULES; i++) {
            var who = blank.people();
            for (int named = 0; named < NAMED; named++) {
                who = who.with(Objects.requireNonNull(people.get((i * NAMED + named) % people.size()))
                        .externalId()
                        .toString());
            }
            flow.duplicate(blank.withPeople(who).withCameras(List.of(849L)), "Guests at door %04d".formatted(i));
        }
    }

    private static void fill(Application application, int from, List<Person> made) {
        var peopleStores = application.storage().people();
        var company = peopleStores.companies().active().orElseThrow().id();
        application.storage().database().transaction(() -> {
            for (int i = from; i < from + BATCH; i++) {
                var person = new Person(
                        new PersonId(UUID.randomUUID()),
                        company,
                        UUID.randomUUID(),
                        PersonKind.VISITOR,
                        "%s %05d".formatted(FIRST.get(i % FIRST.size()), i),
                        Contact.NONE,
                        Set.of(),
                        "",
                        Optional.empty(),
                        application.storage().clock().instant(),
                        Optional.empty(),
                        false);
                peopleStores.persons().insert(person);
                made.add(person);
            }
        });
    }
}

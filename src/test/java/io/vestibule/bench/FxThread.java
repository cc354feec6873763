package io.vestibule.bench;

import io.vestibule.app.desktop.ApplicationLauncher;
import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.FileTree;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.ui.control.State;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// The longest time that the program's code blocks the FX thread while five photos go from files to ACTIVE on the
/// real Enrol screen: the thread's stack is sampled every millisecond, and consecutive samples with a frame of the
/// program count as one stretch. A stretch is measured in processor time, which other programs on the computer do not
/// lengthen. A separate process, on the headless platform; prints the longest stretch of an enrolment, in
/// milliseconds, after another enrolment as warm-up.
public final class FxThread {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Path SAMPLES = Path.of("assets/samples");
    private static final int PHOTOS = 5;

    private FxThread() {}

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
        TestApplication.furnished(folder.resolve("data")).close();
        try (var applicationLauncher = new ApplicationLauncher()) {
            var opened = new CompletableFuture<Desktop>();
            Platform.startup(() -> applicationLauncher.start(
                    new Stage(),
                    folder.resolve("data"),
                    opened::complete,
                    problem -> opened.completeExceptionally(new IllegalStateException(problem.code()))));
            var desktop = opened.get(1, TimeUnit.MINUTES);
            enrol(desktop, photos(folder, 2), 1);
            var files = photos(folder, 1);
            var longest = new AtomicLong();
            var watch = watch(on(Thread::currentThread), longest);
            enrol(desktop, files, 2);
            watch.interrupt();
            watch.join();
            var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(longest.get() / 1e6);
        }
    }

    private static void enrol(Desktop desktop, List<Path> files, int people) throws Exception {
        EnrolModel model = on(() -> desktop.screens().orElseThrow().enrolModel());
        on(() -> {
            ((TextField) desktop.scene().getRoot().lookup("#enrol-name")).setText("Somebody");
            ((ToggleButton) desktop.scene().getRoot().lookup("#enrol-consent .chip")).fire();
            model.addFiles(files);
            return true;
        });
        until(() -> model.photos().tiles().size() == files.size()
                && model.photos().tiles().stream()
                        .noneMatch(tile -> tile.state().get() == State.RUNNING));
        on(() -> {
            model.save();
            return true;
        });
        until(() -> model.recentEnrolments().people().size() == people
                && model.recentEnrolments().people().getFirst().state().get() == State.DONE);
    }

    /// Five files of one sample person: the three bundled ones, and two of them with one pixel changed.
    private static List<Path> photos(Path folder, int sample) throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < PHOTOS; i++) {
            var shipped = SAMPLES.resolve("sample-person-" + sample).resolve(i % 3 + 1 + ".jpg");
            var image = ImageIO.read(shipped.toFile());
            image.setRGB(0, 0, i);
            var file = folder.resolve(sample + "-" + i + ".png");
            ImageIO.write(image, "png", file.toFile());
            files.add(file);
        }
        return files;
    }

    static Thread watch(Thread thread, AtomicLong longest) {
        return Thread.ofPlatform().start(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long began = 0;
            while (!Thread.currentThread().isInterrupted()) {
                long now = threads.getThreadCpuTime(thread.threadId());
                boolean ours = Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.vestibule.")
                                && !frame.getClassName().startsWith("io.vestibule.bench."));
                if (!ours) {
                    began = 0;
                } else if (began == 0) {
                    began = now;
                } else {
                    longest.accumulateAndGet(now - began, Math::max);
                }
                LockSupport.parkNanos(LOOK);
            }
        });
    }

    static <T> T on(Callable<T> action) throws Exception {
        var outcome = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                outcome.complete(action.call());
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome.get(1, TimeUnit.MINUTES);
    }

    static void until(BooleanSupplier condition) throws Exception {
        var held = new CompletableFuture<Boolean>();
        on(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        stop();
                        held.complete(true);
                    }
                }
            }.start();
            return true;
        });
        held.get(1, TimeUnit.MINUTES);
    }
}

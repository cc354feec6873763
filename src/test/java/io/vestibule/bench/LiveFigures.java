package io.vestibule.bench;

import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraListener;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.CameraState;
import io.vestibule.camera.CameraTimeouts;
import io.vestibule.camera.EmulatedCamera;
import io.vestibule.camera.FailoverCamera;
import io.vestibule.camera.ui.PreviewModel;
import io.vestibule.camera.ui.PreviewPane;
import io.vestibule.capture.CaptureSession;
import io.vestibule.capture.ui.LiveModel;
import io.vestibule.capture.ui.LiveParts;
import io.vestibule.capture.ui.LivePhotoSink;
import io.vestibule.check.CheckLimits;
import io.vestibule.photo.Frame;
import io.vestibule.photo.Pixels;
import io.vestibule.settings.Settings;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.TaskRunner;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// Figures of the live picture at 1280 x 720 and 30 pictures a second, from decoded pixels to the screen, against
/// `SwingFXUtils.toFXImage`; the guidance in parallel; and the time from turning on the emulated webcam to its first
/// picture. Processor time and memory are those of the whole process. A separate process, on the headless platform.
public final class LiveFigures {

    private static final int SECONDS = 6;

    /// About the size on the Enrol screen in a window of 1600 x 1000.
    private static final int WIDTH = 1000;

    private static final int HEIGHT = 562;

    private final Settings settings;
    private final TaskRunner taskRunner = new FxTaskRunner(_ -> Optional.empty());
    private final Stage stage;

    private LiveFigures(Path folder, Stage stage) {
        this.settings = Settings.open(folder.resolve("settings.json"), folder.resolve("none.json"), Clock.systemUTC());
        this.stage = stage;
        settings.set(CameraKeys.SOURCE, CameraSource.SAMPLE);
    }

    /// The output of the separate process.
    static List<String> lines() throws IOException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LiveFigures.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var reader = program.inputReader(StandardCharsets.UTF_8)) {
            return reader.readAllLines();
        }
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var folder = Files.createTempDirectory("vestibule-bench");
        var made = new CompletableFuture<Stage>();
        Platform.startup(() -> made.complete(new Stage()));
        var figures = new LiveFigures(folder, made.get(1, TimeUnit.MINUTES));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        figures.preview(); // warm-up
        out.println(figures.preview().line("preview, PixelBuffer flipped"));
        out.println(figures.swing().line("preview, SwingFXUtils.toFXImage (baseline)"));
        figures.guided(out);
        figures.opening(folder, out);
        System.exit(0);
    }

    /// @param shown pictures per second that reached the screen
    private record Cost(double shown, double millis, double kilobytes) {
        String line(String name) {
            return String.format(
                    Locale.ROOT, "%-52s %6.1f fps %6.2f ms %9.1f KB a frame", name, shown, millis, kilobytes);
        }
    }

    private Cost preview() throws Exception {
        try (var camera = new FailoverCamera(List.of(new StillDriver(FaceFrame.of())), CameraTimeouts.DEFAULT)) {
            var model = new PreviewModel(camera, settings, taskRunner);
            show(new PreviewPane(model, new Region()));
            return measured(model, _ -> {});
        }
    }

    private Cost measured(PreviewModel model, Consumer<Frame> onlooker) throws Exception {
        var shown = new AtomicInteger();
        on(() -> model.picture().subscribe(image -> shown.addAndGet(image == null ? 0 : 1)));
        on(() -> {
            model.start(onlooker);
            return true;
        });
        var cost = cost(shown);
        on(() -> {
            model.stop();
            return true;
        });
        return cost;
    }

    private Cost swing() throws Exception {
        try (var camera = new FailoverCamera(List.of(new StillDriver(FaceFrame.of())), CameraTimeouts.DEFAULT)) {
            var picture = new ImageView();
            picture.setScaleX(-1);
            picture.setFitWidth(WIDTH);
            picture.setFitHeight(HEIGHT);
            show(new Pane(picture));
            var shown = new AtomicInteger();
            var waiting = new AtomicBoolean();
            camera.start(Optional.empty(), new CameraListener() {
                @Override
                public void frame(Frame frame) {
                    if (waiting.compareAndSet(false, true)) {
                        Image image = SwingFXUtils.toFXImage(Buffered.over(frame.pixels()), null);
                        Platform.runLater(() -> {
                            waiting.set(false);
                            picture.setImage(image);
                            shown.incrementAndGet();
                        });
                    }
                }

                @Override
                public void state(CameraState state) {
                    // Ignored here.
                }
            });
            return cost(shown);
        }
    }

    private void guided(PrintStream out) throws Exception {
        try (var vision = OnnxVision.open(ModelSet.shipped());
                var camera = new FailoverCamera(List.of(new StillDriver(FaceFrame.of())), CameraTimeouts.DEFAULT)) {
            vision.warmUp();
            var preview = new PreviewModel(camera, settings, taskRunner);
            show(new PreviewPane(preview, new Region()));
            var looks = new AtomicInteger(); // each analysis reads the clock once
            var parts = new LiveParts(
                    plan -> new CaptureSession(vision, CheckLimits.DEFAULT, plan),
                    taskRunner,
                    () -> {
                        looks.incrementAndGet();
                        return Instant.now();
                    },
                    () -> {});
            var live = on(() -> new LiveModel(preview, new Nowhere(), parts, settings));
            var shown = new AtomicInteger();
            on(() -> preview.picture().subscribe(image -> shown.addAndGet(image == null ? 0 : 1)));
            on(() -> {
                live.shown();
                return true;
            });
            pause(3); // the first photo of the plan is taken meanwhile; after it, capture waits for a turn of the head
            int before = looks.get();
            long began = System.nanoTime();
            var cost = cost(shown);
            double seconds = (System.nanoTime() - began) / 1e9;
            out.println(cost.line("preview with guidance beside it"));
            out.println(
                    String.format(Locale.ROOT, "%-52s %6.1f a second", "guidance", (looks.get() - before) / seconds));
            on(() -> {
                live.hidden();
                return true;
            });
        }
    }

    private void opening(Path folder, PrintStream out) throws Exception {
        var device = EmulatedCamera.in(folder, "video0");
        double[] millis = new double[7];
        for (int i = 0; i < millis.length; i++) {
            try (var camera = new FailoverCamera(List.of(device.driver()), CameraTimeouts.DEFAULT)) {
                var first = new CompletableFuture<Long>();
                long began = System.nanoTime();
                camera.start(Optional.empty(), new CameraListener() {
                    @Override
                    public void frame(Frame frame) {
                        first.complete(System.nanoTime());
                    }

                    @Override
                    public void state(CameraState state) {
                        // Ignored here.
                    }
                });
                millis[i] = (first.get(20, TimeUnit.SECONDS) - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        out.println(String.format(
                Locale.ROOT, "%-52s %6.0f ms", "emulated webcam, on to first picture", millis[millis.length / 2]));
    }

    private void show(Region picture) throws Exception {
        on(() -> {
            stage.setScene(new Scene(picture, WIDTH, HEIGHT));
            stage.show();
            return true;
        });
    }

    /// Measures the next seconds.
    private static Cost cost(AtomicInteger shown) {
        pause(2);
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int before = shown.get();
        long processor = system.getProcessCpuTime();
        long memory = threads.getTotalThreadAllocatedBytes();
        long began = System.nanoTime();
        pause(SECONDS);
        int frames = Math.max(1, shown.get() - before);
        return new Cost(
                frames / ((System.nanoTime() - began) / 1e9),
                (system.getProcessCpuTime() - processor) / 1e6 / frames,
                (threads.getTotalThreadAllocatedBytes() - memory) / 1024.0 / frames);
    }

    private static void pause(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static <T> T on(Callable<T> action) throws Exception {
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

    /// Discards the photos.
    private static final class Nowhere implements LivePhotoSink {

        private final SimpleBooleanProperty allowed = new SimpleBooleanProperty(true);

        @Override
        public ObservableBooleanValue allowed() {
            return allowed;
        }

        @Override
        public ObservableBooleanValue declined() {
            return new SimpleBooleanProperty(false);
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public void add(Pixels picture, Runnable refused) {
            // Only the analysis is measured.
        }

        @Override
        public boolean removeLast() {
            return false;
        }

        @Override
        public void save() {
            // Nothing to save.
        }
    }
}

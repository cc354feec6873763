package io.vestibule.camera.ui;

import io.vestibule.camera.Camera;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraListener;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.CameraState;
import io.vestibule.photo.Frame;
import io.vestibule.settings.Settings;
import io.vestibule.ui.Work;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The live picture without its nodes. Of the frames that come while the screen is busy only the newest is shown; the
/// others are given back unseen. FX thread, but for what the camera calls.
public final class PreviewModel {

    private static final CameraState OFF = new CameraState.Off();

    private final Camera camera;
    private final Settings settings;
    private final Work work;
    private final FrameImages images = new FrameImages();
    private final Fitting fitting = new Fitting();
    private final AtomicReference<@Nullable Next> next = new AtomicReference<>();
    private final AtomicBoolean hopping = new AtomicBoolean();
    private final Runnable flip = this::flip;
    private final ReadOnlyObjectWrapper<CameraState> state = new ReadOnlyObjectWrapper<>(OFF);
    private final ReadOnlyObjectWrapper<@Nullable LivePicture> picture = new ReadOnlyObjectWrapper<>();
    private @Nullable Watch watch;
    private @Nullable Frame shown;
    private @Nullable Frame before;

    /// @param settings remember which webcam was used
    public PreviewModel(Camera camera, Settings settings, Work work) {
        this.camera = camera;
        this.settings = settings;
        this.work = work;
    }

    public ReadOnlyObjectProperty<CameraState> state() {
        return state.getReadOnlyProperty();
    }

    /// What the camera sees; null while there is no picture.
    public ReadOnlyObjectProperty<@Nullable LivePicture> picture() {
        return picture.getReadOnlyProperty();
    }

    /// Has the pictures brought to the pixels of their place from now on.
    ///
    /// @param width,height in pixels of the screen; 0 shows them as they are
    void fit(int width, int height) {
        fitting.into(width, height);
    }

    /// Turns the camera on, in the background.
    ///
    /// @param onlooker is lent each frame on the camera's thread, and has to be quick
    public void start(Consumer<Frame> onlooker) {
        stop();
        Watch started = new Watch(onlooker);
        watch = started;
        state.set(new CameraState.Opening());
        String device = settings.get(CameraKeys.DEVICE);
        camera.start(device.isEmpty() ? Optional.empty() : Optional.of(device), started);
    }

    /// Turns the camera off; nothing of what it saw is kept.
    public void stop() {
        Watch running = watch;
        if (running == null) {
            return;
        }
        running.over = true;
        watch = null;
        camera.stop();
        release();
        state.set(OFF);
    }

    private void flip() {
        hopping.set(false);
        Next newest = next.getAndSet(null);
        if (newest == null) {
            return;
        }
        Frame frame = newest.frame();
        if (watch == null) {
            frame.close();
            return;
        }
        picture.set(new LivePicture(images.of(frame), newest.width(), newest.height(), newest.fitted()));
        // The renderer may still read what was shown last, so that goes back one picture later.
        if (before != null) {
            before.close();
        }
        before = shown;
        shown = frame;
    }

    private void release() {
        keep(null);
        picture.set(null);
        images.clear();
        if (shown != null) {
            shown.close();
            shown = null;
        }
        if (before != null) {
            before.close();
            before = null;
        }
    }

    /// The newest waits to be shown, the one before is given back unseen.
    private void keep(@Nullable Next newest) {
        Next before = next.getAndSet(newest);
        if (before != null) {
            before.frame().close();
        }
    }

    private void changed(Watch by, CameraState now) {
        if (!by.equals(watch)) {
            return;
        }
        if (now instanceof CameraState.Failed) {
            release(); // a picture that stands still would look alive
        }
        state.set(now);
        if (now instanceof CameraState.Live(var device)
                && settings.get(CameraKeys.SOURCE) == CameraSource.WEBCAM
                && settings.get(CameraKeys.DEVICE).isEmpty()
                && !settings.isLocked(CameraKeys.DEVICE)) {
            remember(device.id());
        }
    }

    /// A camera that was chosen stays chosen while another one stands in for it.
    private void remember(String id) {
        work.quietly(
                () -> {
                    settings.set(CameraKeys.DEVICE, id);
                    return id;
                },
                _ -> {},
                _ -> {});
    }

    /// A frame on its way to the screen.
    ///
    /// @param frame leased
    /// @param width,height of the camera's picture
    private record Next(Frame frame, int width, int height, boolean fitted) {

        static Next of(Frame frame, Fitting fitting) {
            Frame fitted = fitting.fit(frame);
            var pixels = frame.pixels();
            return new Next(fitted == null ? frame.share() : fitted, pixels.width(), pixels.height(), fitted != null);
        }
    }

    /// Listens from one start to its stop.
    private final class Watch implements CameraListener {

        private final Consumer<Frame> onlooker;
        private volatile boolean over;

        Watch(Consumer<Frame> onlooker) {
            this.onlooker = onlooker;
        }

        @Override
        public void frame(Frame frame) {
            if (over) {
                return;
            }
            keep(Next.of(frame, fitting));
            if (hopping.compareAndSet(false, true)) {
                work.onScreen(flip);
            }
            onlooker.accept(frame);
        }

        @Override
        public void state(CameraState now) {
            work.onScreen(() -> changed(this, now));
        }
    }
}

package io.vestibule.capture.ui;

import io.vestibule.base.Problem;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.CameraState;
import io.vestibule.camera.ui.PreviewModel;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.capture.CapturePlan;
import io.vestibule.capture.CapturePose;
import io.vestibule.capture.CaptureSession;
import io.vestibule.settings.Settings;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// Live capture without its nodes. The camera is on only while the screen is shown, photos are allowed, and the
/// operator has not stopped it. FX thread.
public final class LiveModel {

    /// After this many unusable photos in a row, there is a problem that the guidance does not detect.
    private static final int MOST_REFUSED = 3;

    private final PreviewModel preview;
    private final LivePhotoSink photos;
    private final LiveParts parts;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<LiveOverlayState> look = new ReadOnlyObjectWrapper<>(LiveOverlayState.none(1));
    private final ReadOnlyObjectWrapper<Patience> patience = new ReadOnlyObjectWrapper<>(Patience.GUIDED);
    private final ReadOnlyBooleanWrapper cameraRequested = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper hasPicture = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper cameraEnabled = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper(false);
    private Consumer<Problem> problems = _ -> {};
    private @Nullable CaptureLoop captureLoop;
    private boolean onScreen;
    private int refused;

    public LiveModel(PreviewModel preview, LivePhotoSink photos, LiveParts parts, Settings settings) {
        this.preview = preview;
        this.photos = photos;
        this.parts = parts;
        this.settings = settings;
        photos.allowed().addListener((_, _, allowed) -> {
            stopped.set(allowed && !photos.isEmpty()); // a restored draft has its photos already
            refresh();
        });
        preview.state()
                .subscribe(state ->
                        hasPicture.set(state instanceof CameraState.Live || state instanceof CameraState.Opening));
    }

    public void connect(Consumer<Problem> onProblem) {
        problems = onProblem;
    }

    public PreviewModel preview() {
        return preview;
    }

    public ReadOnlyObjectProperty<LiveOverlayState> look() {
        return look.getReadOnlyProperty();
    }

    /// Whether the camera should be on.
    public ReadOnlyBooleanProperty cameraRequested() {
        return cameraRequested.getReadOnlyProperty();
    }

    /// Whether there is a live picture, or the camera is opening.
    public ReadOnlyBooleanProperty hasPicture() {
        return hasPicture.getReadOnlyProperty();
    }

    /// Whether capture could run but was stopped by the operator.
    public ReadOnlyBooleanProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    /// Whether this console is configured to use a camera.
    public ReadOnlyBooleanProperty cameraEnabled() {
        return cameraEnabled.getReadOnlyProperty();
    }

    /// Whether the person declined photos, so that nothing is waited for.
    ObservableBooleanValue declined() {
        return photos.declined();
    }

    public void shown() {
        onScreen = true;
        cameraEnabled.set(settings.get(CameraKeys.SOURCE) != CameraSource.NONE);
        refresh();
    }

    public void hidden() {
        onScreen = false;
        refresh();
    }

    /// Takes the next picture with one face, whatever its quality.
    public void takeNow() {
        enqueue(CaptureSession::captureNow);
    }

    /// Leaves out the pose that is waited for.
    public void skip() {
        enqueue(CaptureSession::skip);
    }

    /// How long the photo has been waited for.
    ReadOnlyObjectProperty<Patience> patience() {
        return patience.getReadOnlyProperty();
    }

    /// Removes the last photo, and takes it again.
    public void retake() {
        if (captureLoop != null && photos.removeLast()) {
            refused = 0;
            enqueue(CaptureSession::retake);
        }
    }

    /// Stops capture; the photos stay.
    ///
    /// @return whether capture was running
    public boolean stop() {
        if (!cameraRequested.get()) {
            return false;
        }
        stopped.set(true);
        refresh();
        return true;
    }

    /// Resumes after [#stop].
    public void resume() {
        stopped.set(false);
        refresh();
    }

    public void save() {
        photos.save();
    }

    private void enqueue(Consumer<CaptureSession> command) {
        if (captureLoop != null) {
            captureLoop.enqueue(command);
        }
    }

    private void refresh() {
        boolean on = onScreen && photos.allowed().get() && !stopped.get() && cameraEnabled.get();
        if (on == cameraRequested.get()) {
            return;
        }
        if (on) {
            begin();
        } else {
            end();
        }
        cameraRequested.set(on);
    }

    private void begin() {
        CapturePlan plan = settings.get(CaptureKeys.PLAN);
        int count = plan.poses().size();
        refused = 0;
        look.set(LiveOverlayState.none(count));
        patience.set(Patience.GUIDED);
        var started = new CaptureLoop(
                parts.sessions().apply(plan),
                parts.work(),
                parts.clock(),
                this::show,
                problem -> problems.accept(problem));
        captureLoop = started;
        preview.start(started::frame);
    }

    private void end() {
        preview.stop();
        if (captureLoop != null) {
            captureLoop.stop();
            captureLoop = null;
        }
    }

    private void show(CaptureLoop.FrameResult frameResult) {
        if (!(preview.state().get() instanceof CameraState.Live)) {
            return; // a result from before the camera was turned off
        }
        look.set(LiveOverlayState.of(frameResult.look(), frameResult.taken(), frameResult.wanted()));
        patience.set(Patience.of(frameResult.look().waiting()));
        frameResult.look().taken().ifPresent(shot -> {
            if (settings.get(CaptureKeys.SOUND)) {
                parts.shutterSound().run();
            }
            photos.add(shot.pixels(), () -> recapture(shot.pose()));
        });
    }

    private void recapture(Optional<CapturePose> pose) {
        refused++;
        if (refused < MOST_REFUSED) {
            pose.ifPresent(missing -> enqueue(session -> session.recapture(missing)));
        }
    }
}

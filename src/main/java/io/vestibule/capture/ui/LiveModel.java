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

/// Live capture without its nodes. The camera is on while the screen is shown, photos are allowed, and nobody has
/// stopped it; never else. FX thread.
public final class LiveModel {

    /// After so many photos in a row that turned out not to be usable, something is wrong that guidance does not see.
    private static final int MOST_REFUSED = 3;

    private final PreviewModel preview;
    private final LivePhotos photos;
    private final LiveParts parts;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<LiveLook> look = new ReadOnlyObjectWrapper<>(LiveLook.none(1));
    private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper picturing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper(false);
    private Consumer<Problem> problems = _ -> {};
    private @Nullable Guide guide;
    private boolean onScreen;
    private int refused;

    public LiveModel(PreviewModel preview, LivePhotos photos, LiveParts parts, Settings settings) {
        this.preview = preview;
        this.photos = photos;
        this.parts = parts;
        this.settings = settings;
        photos.allowed().addListener((_, _, allowed) -> {
            stopped.set(allowed && !photos.isEmpty()); // what was undone has its photos already
            refresh();
        });
        preview.state()
                .subscribe(state ->
                        picturing.set(state instanceof CameraState.Live || state instanceof CameraState.Opening));
    }

    public void connect(Consumer<Problem> told) {
        problems = told;
    }

    public PreviewModel preview() {
        return preview;
    }

    public ReadOnlyObjectProperty<LiveLook> look() {
        return look.getReadOnlyProperty();
    }

    /// Whether the camera is meant to be on.
    public ReadOnlyBooleanProperty wanted() {
        return wanted.getReadOnlyProperty();
    }

    /// Whether there is a live picture, or one is just coming.
    public ReadOnlyBooleanProperty picturing() {
        return picturing.getReadOnlyProperty();
    }

    /// Whether capture could go on and was stopped by hand.
    public ReadOnlyBooleanProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    /// Whether this desk is meant to have a camera at all.
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /// Whether the person said no to photos, so that nothing is waited for.
    ObservableBooleanValue declined() {
        return photos.declined();
    }

    public void shown() {
        onScreen = true;
        offered.set(settings.get(CameraKeys.SOURCE) != CameraSource.NONE);
        refresh();
    }

    public void hidden() {
        onScreen = false;
        refresh();
    }

    /// The next picture with one face is taken, however it looks.
    public void takeNow() {
        wish(CaptureSession::takeNow);
    }

    /// The last photo goes, and is taken again.
    public void retake() {
        if (guide != null && photos.takeBack()) {
            refused = 0;
            wish(CaptureSession::retake);
        }
    }

    /// Stops and keeps the photos.
    ///
    /// @return whether anything was under way
    public boolean stop() {
        if (!wanted.get()) {
            return false;
        }
        stopped.set(true);
        refresh();
        return true;
    }

    /// Goes on after [#stop].
    public void resume() {
        stopped.set(false);
        refresh();
    }

    public void save() {
        photos.save();
    }

    private void wish(Consumer<CaptureSession> wish) {
        if (guide != null) {
            guide.wish(wish);
        }
    }

    private void refresh() {
        boolean on = onScreen && photos.allowed().get() && !stopped.get() && offered.get();
        if (on == wanted.get()) {
            return;
        }
        if (on) {
            begin();
        } else {
            end();
        }
        wanted.set(on);
    }

    private void begin() {
        CapturePlan plan = settings.get(CaptureKeys.PLAN);
        int count = plan.poses().size();
        refused = 0;
        look.set(LiveLook.none(count));
        var started = new Guide(
                parts.sessions().apply(plan),
                parts.work(),
                parts.clock(),
                seen -> show(seen, count),
                problem -> problems.accept(problem));
        guide = started;
        preview.start(started::frame);
    }

    private void end() {
        preview.stop();
        if (guide != null) {
            guide.end();
            guide = null;
        }
    }

    private void show(Guide.Seen seen, int count) {
        if (!(preview.state().get() instanceof CameraState.Live)) {
            return; // what was seen before the camera went
        }
        look.set(LiveLook.of(seen.look(), seen.taken(), count));
        seen.look().taken().ifPresent(shot -> {
            if (settings.get(CaptureKeys.SOUND)) {
                parts.tone().run();
            }
            photos.add(shot.pixels(), () -> again(shot.pose()));
        });
    }

    private void again(Optional<CapturePose> pose) {
        refused++;
        if (refused < MOST_REFUSED) {
            pose.ifPresent(missing -> wish(session -> session.again(missing)));
        }
    }
}

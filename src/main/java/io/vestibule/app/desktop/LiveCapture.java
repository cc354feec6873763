package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.camera.ui.CameraNotice;
import io.vestibule.camera.ui.CameraPermissionPage;
import io.vestibule.camera.ui.PreviewModel;
import io.vestibule.capture.CaptureSession;
import io.vestibule.capture.ui.LiveModel;
import io.vestibule.capture.ui.LivePane;
import io.vestibule.capture.ui.LiveParts;
import io.vestibule.capture.ui.ShutterSound;
import io.vestibule.check.CheckKeys;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.util.function.Consumer;

/// Assembles live capture for the Enrol screen.
public final class LiveCapture {

    private final LiveModel model;
    private final LivePane pane;

    /// @param failed receives problems to show
    public LiveCapture(
            Application application,
            EnrolModel enrol,
            Strings strings,
            TaskRunner taskRunner,
            Consumer<Problem> failed) {
        var settings = application.storage().settings();
        var preview = new PreviewModel(application.camera().camera(), settings, taskRunner);
        var parts = new LiveParts(
                plan -> new CaptureSession(application.engine().vision(), CheckKeys.read(settings), plan),
                taskRunner,
                application.storage().clock(),
                () -> taskRunner.runUnlisted(
                        () -> {
                            ShutterSound.play();
                            return true;
                        },
                        _ -> {},
                        _ -> {}));
        model = new LiveModel(preview, new EnrolPhotoSink(enrol), parts, settings);
        model.connect(failed);
        pane = new LivePane(
                model,
                strings,
                new CameraNotice(
                        preview.state(),
                        strings,
                        taskRunner,
                        CameraPermissionPage.of(System.getProperty("os.name", "")),
                        failed));
    }

    public LiveModel model() {
        return model;
    }

    public LivePane pane() {
        return pane;
    }
}

package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
import io.vestibule.base.Problem;
import io.vestibule.camera.ui.CameraNotice;
import io.vestibule.camera.ui.PreviewModel;
import io.vestibule.camera.ui.SystemPage;
import io.vestibule.capture.CaptureSession;
import io.vestibule.capture.ui.LiveModel;
import io.vestibule.capture.ui.LivePane;
import io.vestibule.capture.ui.LiveParts;
import io.vestibule.capture.ui.Tone;
import io.vestibule.check.CheckKeys;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Puts live capture together for the Enrol screen.
public final class LiveCapture {

    private final LiveModel model;
    private final LivePane pane;

    /// @param told what goes wrong
    public LiveCapture(House house, EnrolModel enrol, Strings strings, Work work, Consumer<Problem> told) {
        var settings = house.cellar().settings();
        var preview = new PreviewModel(house.camera().camera(), settings, work);
        var parts = new LiveParts(
                plan -> new CaptureSession(house.engine().vision(), CheckKeys.read(settings), plan),
                work,
                InstantSource.system(),
                () -> work.quietly(
                        () -> {
                            Tone.sound();
                            return true;
                        },
                        _ -> {},
                        _ -> {}));
        model = new LiveModel(preview, new EnrolPhotos(enrol), parts, settings);
        model.connect(told);
        pane = new LivePane(
                model,
                strings,
                new CameraNotice(
                        preview.state(), strings, work, SystemPage.of(System.getProperty("os.name", "")), told));
    }

    public LiveModel model() {
        return model;
    }

    public LivePane pane() {
        return pane;
    }
}

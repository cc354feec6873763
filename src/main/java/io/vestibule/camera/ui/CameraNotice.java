package io.vestibule.camera.ui;

import io.vestibule.base.Problem;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.CameraState;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows why there is no live picture, and offers the page of the system's settings where that helps. Takes no space
/// while there is no problem.
public final class CameraNotice extends HBox {

    private final Strings strings;
    private final Label what = new Label();
    private final Label advice = new Label();
    private final Button page;
    private final boolean hasPage;

    /// @param page of this system, if it has one
    /// @param failed called when the page does not open
    public CameraNotice(
            ObservableValue<CameraState> state,
            Strings strings,
            TaskRunner taskRunner,
            Optional<CameraPermissionPage> page,
            Consumer<Problem> failed) {
        this.strings = strings;
        this.hasPage = page.isPresent();
        this.page = Buttons.of(new Command(
                strings.text("camera.open-page"),
                "mdi2o-open-in-new",
                () -> page.ifPresent(known -> taskRunner.runUnlisted(
                        () -> {
                            known.open();
                            return true;
                        },
                        _ -> {},
                        failed))));
        getStyleClass().add("camera-notice");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        what.getStyleClass().add("strong");
        what.setWrapText(true);
        advice.getStyleClass().add("quiet");
        advice.setWrapText(true);
        visibleProperty().bind(state.map(CameraState.Failed.class::isInstance));
        managedProperty().bind(visibleProperty());
        state.subscribe(this::show);
    }

    private void show(CameraState state) {
        if (state instanceof CameraState.Failed(var failure)) {
            if (getChildren().isEmpty()) {
                VBox words = new VBox(2, what, advice);
                words.setMinHeight(USE_PREF_SIZE);
                HBox.setHgrow(words, Priority.ALWAYS);
                getChildren().addAll(Icon.of("mdi2v-video-off-outline", "state-look"), words, page);
            }
            var words = strings.problem(failure.problem());
            what.setText(words.summary());
            advice.setText(words.explanation() + " " + words.advice());
            setAccessibleText(words.summary() + " " + words.explanation() + " " + words.advice());
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            boolean denied = failure instanceof CameraFailure.Denied && hasPage;
            page.setVisible(denied);
            page.setManaged(denied);
        }
    }
}

package io.vestibule.capture.ui;

import io.vestibule.camera.ui.CameraNotice;
import io.vestibule.ui.Command;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.LazyNodes;
import io.vestibule.ui.PictureArea;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows the live picture in place of the drop zone while there is one, else the drop zone with a notice about the
/// camera.
public final class LivePane implements PictureArea {

    private final LiveModel model;
    private final Strings strings;
    private final CameraNotice notice;
    private final BooleanBinding live;
    private final VBox still = new VBox(12);
    private final StackPane place = new StackPane(still);
    private @Nullable LivePictureView moving;
    private Runnable focusFiles = () -> {};

    /// @param notice shows why there is no picture
    public LivePane(LiveModel model, Strings strings, CameraNotice notice) {
        this.model = model;
        this.strings = strings;
        this.notice = notice;
        this.live = Bindings.createBooleanBinding(
                () -> model.cameraRequested().get() && model.hasPicture().get(),
                model.cameraRequested(),
                model.hasPicture());
    }

    @Override
    public Node wrap(Node files, Runnable toFiles) {
        focusFiles = toFiles;
        VBox.setVgrow(files, Priority.ALWAYS);
        still.getChildren().addAll(notice, word(), files);
        live.subscribe(this::follow);
        return place;
    }

    /// Moves the keyboard focus from the hidden node to the one that replaces it.
    private void follow(boolean toLive) {
        boolean fromStill = focusWithin(still);
        boolean fromMoving = moving != null && focusWithin(moving);
        if (toLive && moving == null) {
            moving = new LivePictureView(model, strings);
            place.getChildren().add(moving);
        }
        still.setVisible(!toLive);
        // Hidden, it takes no room: in a small window it is wider than what the picture gets.
        still.setManaged(!toLive);
        if (moving == null) {
            return;
        }
        moving.setVisible(toLive);
        moving.setManaged(toLive);
        if (toLive && fromStill) {
            moving.focusPicture();
        } else if (!toLive && fromMoving) {
            focusFiles.run();
        }
    }

    private static boolean focusWithin(Node top) {
        for (@Nullable Node at = top.getScene() == null ? null : top.getScene().getFocusOwner();
                at != null;
                at = at.getParent()) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    /// Says when the camera will turn on, and has a button to resume where it was stopped.
    private Region word() {
        var words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("quiet");
        words.textProperty()
                .bind(Bindings.when(model.stopped())
                        .then(strings.text("capture.stopped"))
                        .otherwise(strings.text("capture.waiting")));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(12, Icon.of("mdi2v-video-outline"), words, gap);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("camera-notice");
        LazyNodes.in(row, model.stopped(), this::more);
        shownWhile(
                row,
                Bindings.createBooleanBinding(
                        () -> !model.cameraRequested().get()
                                && model.cameraEnabled().get()
                                && !model.declined().get(),
                        model.cameraRequested(),
                        model.cameraEnabled(),
                        model.declined()));
        return row;
    }

    private Button more() {
        Button more = Buttons.of(new Command(strings.text("capture.more"), "mdi2v-video-outline", () -> {
            model.resume();
            focus();
        }));
        more.setId("live-more");
        return more;
    }

    private static void shownWhile(Region node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    @Override
    public void focus() {
        if (live.get() && moving != null) {
            moving.focusPicture();
        } else {
            focusFiles.run();
        }
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public boolean cancel() {
        return model.stop();
    }

    @Override
    public List<KeyHint> keys() {
        return model.cameraEnabled().get()
                ? List.of(
                        new KeyHint("Space", strings.text("capture.take")),
                        new KeyHint("R", strings.text("capture.retake")),
                        new KeyHint("S", strings.text("capture.skip")),
                        new KeyHint("Enter", strings.text("capture.key-save")),
                        new KeyHint("Esc", strings.text("capture.key-stop")))
                : List.of();
    }
}

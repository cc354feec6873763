package io.vestibule.capture.ui;

import atlantafx.base.theme.Styles;
import io.vestibule.camera.CameraState;
import io.vestibule.camera.ui.PreviewPane;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The live picture with its overlay, and its buttons and keyboard shortcuts.
final class LivePictureView extends VBox {

    /// In small windows the height is taken from the photo strip, which scrolls.
    private static final double LEAST_HEIGHT = 340;

    private final LiveModel model;
    private final LiveOverlay overlay;
    private final PreviewPane picture;

    LivePictureView(LiveModel model, Strings strings) {
        super(8);
        this.model = model;
        this.overlay = new LiveOverlay(strings);
        this.picture = new PreviewPane(model.preview(), overlay);
        overlay.place(face -> picture.seen(face.x(), face.y(), face.width(), face.height()));
        picture.setId("live-picture");
        picture.setFocusTraversable(true);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleHelp(strings.text("capture.help"));
        picture.setOnMousePressed(_ -> picture.requestFocus());
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(picture, Priority.ALWAYS);
        setMinHeight(LEAST_HEIGHT);
        var skip = button(strings.text("capture.skip"), "mdi2s-skip-next-outline", () -> {
            model.skip();
            picture.requestFocus();
        });
        skip.setId("live-skip");
        var hint = new Label(strings.text("capture.hint"));
        hint.setId("live-hint");
        hint.getStyleClass().add("quiet");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        // Their room is reserved, so that the picture keeps its size.
        model.patience().subscribe(patience -> {
            hint.setVisible(patience != Patience.GUIDED);
            skip.setVisible(patience == Patience.SKIP);
        });
        // They wrap: a row that is wider than its place pushes the picture over the form.
        var buttons = new FlowPane(
                8,
                4,
                button(strings.text("capture.take"), "mdi2c-camera-outline", model::takeNow),
                button(strings.text("capture.retake"), "mdi2c-camera-retake-outline", model::retake),
                button(strings.text("capture.stop"), "mdi2s-stop-circle-outline", model::stop),
                skip);
        buttons.setAlignment(Pos.CENTER);
        setMinWidth(0);
        getChildren().addAll(picture, hint, buttons);
        model.look().subscribe(_ -> show());
        model.preview().state().subscribe(_ -> show());
    }

    void focusPicture() {
        picture.requestFocus();
    }

    private void show() {
        overlay.show(model.look().get(), !(model.preview().state().get() instanceof CameraState.Live));
        if (!overlay.statusText().equals(picture.getAccessibleText())) {
            picture.setAccessibleText(overlay.statusText());
            picture.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> model.takeNow();
            case R -> model.retake();
            case S -> {
                if (model.patience().get() == Patience.SKIP) {
                    model.skip();
                }
            }
            case ENTER -> model.save();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static Button button(String words, String icon, Runnable action) {
        Button button = Buttons.of(new Command(words, icon, action));
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }
}

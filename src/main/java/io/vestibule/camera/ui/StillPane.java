package io.vestibule.camera.ui;

import io.vestibule.camera.CameraState;
import io.vestibule.camera.LatestFrame;
import io.vestibule.photo.Frame;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.StillView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The live picture with a button that takes one still. Nothing is stored here: the still goes to the caller, and the
/// camera is turned off. Space or Enter takes it, Esc cancels.
public final class StillPane implements StillView<Pixels> {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 300;

    private final PreviewModel preview;
    private final PreviewPane picture;
    private final Button take;
    private final VBox root;
    private final LatestFrame newest = new LatestFrame();
    private @Nullable Consumer<Optional<Pixels>> callback;

    /// @param preview used by nobody else
    /// @param notice shows why there is no picture
    public StillPane(PreviewModel preview, Strings strings, CameraNotice notice) {
        this.preview = preview;
        Label opening = new Label(strings.text("camera.opening"));
        opening.getStyleClass().add("live-message");
        StackPane top = new StackPane(opening);
        top.setMouseTransparent(true);
        picture = new PreviewPane(preview, top);
        picture.setId("still-picture");
        picture.setPrefSize(WIDTH, HEIGHT);
        picture.setMinSize(WIDTH / 2, HEIGHT / 2);
        picture.setFocusTraversable(true);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleText(strings.text("camera.still"));
        picture.setAccessibleHelp(strings.text("camera.still-help"));
        picture.setOnMousePressed(_ -> picture.requestFocus());
        VBox.setVgrow(picture, Priority.ALWAYS);
        var live =
                Bindings.createBooleanBinding(() -> preview.state().get() instanceof CameraState.Live, preview.state());
        take = Buttons.primary(new Command(strings.text("camera.take"), "mdi2c-camera-outline", this::take, live));
        Button stop = Buttons.of(new Command(strings.text("camera.stop"), "mdi2s-stop-circle-outline", this::close));
        Label hint = new Label(strings.text("camera.still-hint"));
        hint.getStyleClass().add("hint");
        hint.setMinWidth(0);
        HBox buttons = new HBox(8, take, stop, hint);
        buttons.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(12, notice, picture, buttons);
        root.setMaxHeight(Region.USE_PREF_SIZE);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                close();
            }
        });
        preview.state().subscribe(state -> {
            boolean failed = state instanceof CameraState.Failed;
            opening.setVisible(state instanceof CameraState.Opening);
            picture.setVisible(!failed);
            picture.setManaged(!failed);
            if (failed && picture.isFocused()) {
                stop.requestFocus();
            }
        });
    }

    /// The keys of the picture of a camera that takes one photo.
    public static List<KeyHint> keys(Strings strings) {
        return List.of(
                new KeyHint("Space", strings.text("camera.take")), new KeyHint("Esc", strings.text("camera.stop")));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Node initialFocus() {
        return picture;
    }

    @Override
    public void open(Consumer<Optional<Pixels>> answer) {
        close();
        newest.close(); // a frame that arrived while the camera was being turned off
        callback = answer;
        preview.start(this::seen);
    }

    @Override
    public void close() {
        complete(Optional.empty());
    }

    /// Called on the camera's thread.
    private void seen(Frame frame) {
        newest.put(frame);
    }

    private void take() {
        Frame frame = newest.take();
        if (frame == null) {
            return; // no frame since the camera was turned on; the button waits for one
        }
        try (frame) {
            complete(Optional.of(frame.copy()));
        }
    }

    private void complete(Optional<Pixels> still) {
        Consumer<Optional<Pixels>> listener = callback;
        if (listener == null) {
            return;
        }
        callback = null;
        preview.stop();
        newest.close();
        listener.accept(still);
    }

    private void key(KeyEvent event) {
        boolean onPicture = picture.equals(event.getTarget());
        switch (event.getCode()) {
            case SPACE, ENTER -> {
                if (!onPicture) {
                    return;
                }
                if (!take.isDisabled()) {
                    take();
                }
            }
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }
}

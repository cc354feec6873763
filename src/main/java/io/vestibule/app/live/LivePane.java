package io.vestibule.app.live;

import atlantafx.base.theme.Styles;
import io.vestibule.camera.CameraState;
import io.vestibule.camera.ui.CameraNotice;
import io.vestibule.camera.ui.PreviewPane;
import io.vestibule.enrol.ui.PictureArea;
import io.vestibule.ui.Command;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
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

/// The live picture in the place of the drop zone while there is one, and the drop zone with a word on the camera while
/// there is none.
public final class LivePane implements PictureArea {

    /// Small windows take the room from the strip, which scrolls.
    private static final double LEAST_HEIGHT = 340;

    private final LiveModel model;
    private final Strings strings;
    private final CameraNotice notice;
    private final LiveOverlay overlay;
    private final PreviewPane picture;
    private final BooleanBinding live;
    private Runnable focusFiles = () -> {};

    /// @param notice says why there is no picture
    public LivePane(LiveModel model, Strings strings, CameraNotice notice) {
        this.model = model;
        this.strings = strings;
        this.notice = notice;
        this.overlay = new LiveOverlay(strings);
        this.picture = new PreviewPane(model.preview(), overlay);
        this.live = Bindings.createBooleanBinding(
                () -> model.wanted().get() && model.picturing().get(), model.wanted(), model.picturing());
        overlay.place(face -> picture.seen(face.x(), face.y(), face.width(), face.height()));
        picture.setId("live-picture");
        picture.setFocusTraversable(true);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleHelp(strings.text("app.live.help"));
        picture.setOnMousePressed(_ -> picture.requestFocus());
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.look().subscribe(_ -> show());
        model.preview().state().subscribe(_ -> show());
    }

    private void show() {
        overlay.show(model.look().get(), !(model.preview().state().get() instanceof CameraState.Live));
        if (!overlay.told().equals(picture.getAccessibleText())) {
            picture.setAccessibleText(overlay.told());
            picture.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> model.takeNow();
            case R -> model.retake();
            case ENTER -> model.save();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public Node around(Node files, Runnable toFiles) {
        focusFiles = toFiles;
        VBox.setVgrow(files, Priority.ALWAYS);
        VBox.setVgrow(picture, Priority.ALWAYS);
        var still = new VBox(12, notice, word(), files);
        var moving = new VBox(8, picture, buttons());
        moving.setMinHeight(LEAST_HEIGHT);
        var place = new StackPane(still, moving);
        moving.visibleProperty().bind(live);
        still.visibleProperty().bind(live.not());
        live.addListener((_, _, now) -> follow(now, still, moving));
        return place;
    }

    /// The keyboard goes on from what has gone to what has come in its place.
    private void follow(boolean toLive, Node still, Node moving) {
        @Nullable
        Node focused = picture.getScene() == null ? null : picture.getScene().getFocusOwner();
        if (toLive && within(focused, still)) {
            picture.requestFocus();
        } else if (!toLive && within(focused, moving)) {
            focusFiles.run();
        }
    }

    private static boolean within(@Nullable Node node, Node top) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    /// Says when the camera comes on, and lets it go on where it was stopped.
    private Region word() {
        var words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("quiet");
        words.textProperty()
                .bind(Bindings.when(model.stopped())
                        .then(strings.text("app.live.stopped"))
                        .otherwise(strings.text("app.live.waiting")));
        Button more = Buttons.of(new Command(strings.text("app.live.more"), "mdi2v-video-outline", () -> {
            model.resume();
            picture.requestFocus();
        }));
        more.setId("live-more");
        more.visibleProperty().bind(model.stopped());
        more.managedProperty().bind(more.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(12, Icon.of("mdi2v-video-outline"), words, gap, more);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("camera-notice");
        shownWhile(
                row,
                Bindings.createBooleanBinding(
                        () -> !model.wanted().get()
                                && model.offered().get()
                                && !model.declined().get(),
                        model.wanted(),
                        model.offered(),
                        model.declined()));
        return row;
    }

    private HBox buttons() {
        Button take = button(strings.text("app.live.take"), "mdi2c-camera-outline", model::takeNow);
        Button again = button(strings.text("app.live.retake"), "mdi2c-camera-retake-outline", model::retake);
        Button stop = button(strings.text("app.live.stop"), "mdi2s-stop-circle-outline", model::stop);
        var row = new HBox(8, take, again, stop);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Button button(String words, String icon, Runnable action) {
        Button button = Buttons.of(new Command(words, icon, action));
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    private static void shownWhile(Region node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    @Override
    public void focus() {
        if (live.get()) {
            picture.requestFocus();
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
    public boolean escape() {
        return model.stop();
    }

    @Override
    public List<KeyHint> keys() {
        return model.offered().get()
                ? List.of(
                        new KeyHint("Space", strings.text("app.live.take")),
                        new KeyHint("R", strings.text("app.live.retake")),
                        new KeyHint("Esc", strings.text("app.live.stop")))
                : List.of();
    }
}

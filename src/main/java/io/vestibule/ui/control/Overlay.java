package io.vestibule.ui.control;

import io.vestibule.ui.Command;
import io.vestibule.ui.Motion;
import io.vestibule.ui.Strings;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A modal card above the whole window: a question, a problem in full, the keyboard shortcuts. Focus moves in, stays
/// in, and returns to where it was; Esc, the cross and a click outside the card close it.
public final class Overlay extends StackPane {

    private static final Insets MARGIN = new Insets(24);

    private final Strings strings;
    private final Region shade = new Region();
    private @Nullable Node before;
    private @Nullable VBox card;
    private Runnable closed = () -> {};

    public Overlay(Strings strings) {
        this.strings = strings;
        getStyleClass().add("overlay");
        shade.getStyleClass().add("overlay-shade");
        shade.setMouseTransparent(true);
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, owner) -> keepFocus(owner));
            }
        });
    }

    public void show(String title, Node content) {
        show(title, content, content, () -> {});
    }

    /// @param focus the node that gets the focus first
    /// @param whenClosed called once, however the card was closed
    public void show(String title, Node content, Node focus, Runnable whenClosed) {
        if (isVisible()) {
            close();
        }
        before = getScene() == null ? null : getScene().getFocusOwner();
        closed = whenClosed;
        VBox newCard = card(title, content);
        card = newCard;
        StackPane.setMargin(newCard, MARGIN);
        getChildren().setAll(shade, newCard);
        setVisible(true);
        Motion.fadeIn(this);
        focusIn(focus);
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        card = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
        Runnable callback = closed;
        closed = () -> {};
        callback.run();
    }

    private VBox card(String title, Node content) {
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cross = Buttons.icon(new Command(strings.text("ui.close"), "mdi2c-close", this::close));
        HBox row = new HBox(head, gap, cross);
        row.getStyleClass().add("overlay-head");
        VBox newCard = new VBox(row, content);
        newCard.getStyleClass().add("overlay-card");
        newCard.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        newCard.setAccessibleRole(AccessibleRole.DIALOG);
        newCard.setAccessibleText(title);
        return newCard;
    }

    /// Tab at either end leads out of the card; this moves the focus back in.
    private void keepFocus(@Nullable Node owner) {
        if (isVisible() && card != null && isOutside(owner)) {
            VBox open = card;
            Platform.runLater(() -> {
                // A node that replaced the focused one inside the card may have got the focus meanwhile.
                if (open.equals(card)
                        && getScene() != null
                        && isOutside(getScene().getFocusOwner())) {
                    focusIn(open);
                }
            });
        }
    }

    private void focusIn(Node wanted) {
        applyCss();
        layout();
        Node first = Focus.first(wanted);
        if (first == null && card != null) {
            first = Focus.first(card);
        }
        if (first != null) {
            first.requestFocus();
        }
    }

    private boolean isOutside(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return false;
            }
        }
        return true;
    }
}

package io.vestibule.ui.shell;

import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The screens, on the left: icon and word, or the icon alone where the window is narrow. One stop of the Tab key;
/// arrows move inside, Space and Enter open.
final class Rail extends VBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Strings strings;
    private final Consumer<Screen> open;
    private final Label brand = new Label();
    private final List<Screen> screens;
    private final List<RailItem> items = new ArrayList<>();
    private int selected;
    private boolean narrow;

    /// Without anything in it, see [#fill].
    Rail(Strings strings, List<Screen> screens, Consumer<Screen> open) {
        this.strings = strings;
        this.open = open;
        this.screens = List.copyOf(screens);
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(strings.text("ui.shell.rail"));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    /// Puts the screens in. Takes no other room than the empty rail did.
    void fill() {
        Region mark = new Region();
        mark.getStyleClass().add("brand-mark");
        brand.setText(strings.text("ui.shell.name"));
        brand.setGraphic(mark);
        brand.getStyleClass().add("rail-brand");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(brand);
        for (Screen screen : this.screens) {
            RailItem item = new RailItem(strings, screen);
            item.setOnAction(_ -> open.accept(screen));
            items.add(item);
        }
        add(Screen.Place.TOP);
        getChildren().add(gap);
        add(Screen.Place.FOOT);
        narrow(narrow);
        mark();
    }

    /// Whether the icon stands alone.
    void narrow(boolean alone) {
        narrow = alone;
        pseudoClassStateChanged(NARROW, narrow);
        brand.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        items.forEach(item -> item.narrow(narrow));
    }

    void select(Screen screen) {
        selected = screens.indexOf(screen);
        mark();
    }

    private void mark() {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setSelected(i == selected);
            items.get(i).setFocusTraversable(i == selected);
        }
    }

    private void add(Screen.Place place) {
        for (int i = 0; i < items.size(); i++) {
            if (screens.get(i).place() == place) {
                getChildren().add(items.get(i));
            }
        }
    }

    private void keys(KeyEvent event) {
        int from = event.getTarget() instanceof RailItem item ? items.indexOf(item) : -1;
        if (from < 0) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.UP || code == KeyCode.DOWN) {
            int to = Math.floorMod(from + (code == KeyCode.DOWN ? 1 : -1), items.size());
            items.get(to).setFocusTraversable(true);
            items.get(to).requestFocus();
            event.consume();
        } else if (code == KeyCode.ENTER) {
            open.accept(screens.get(from));
            event.consume();
        }
    }
}

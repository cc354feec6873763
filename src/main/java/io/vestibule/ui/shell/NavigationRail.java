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

/// Navigation between screens, on the left: icon and label, or only the icon where the window is narrow. One Tab
/// stop; arrow keys move inside, Space and Enter open.
final class NavigationRail extends VBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Strings strings;
    private final Consumer<ScreenEntry> open;
    private final Label brand = new Label();
    private final List<ScreenEntry> screens;
    private final List<NavigationRailItem> items = new ArrayList<>();
    private int selected;
    private boolean narrow;

    /// Creates an empty rail, see [#fill].
    NavigationRail(Strings strings, List<ScreenEntry> screens, Consumer<ScreenEntry> open) {
        this.strings = strings;
        this.open = open;
        this.screens = List.copyOf(screens);
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(strings.text("ui.shell.rail"));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    /// Adds the screens. Takes the same space as the empty rail did.
    void fill() {
        Region mark = new Region();
        mark.getStyleClass().add("brand-mark");
        brand.setText(strings.text("ui.shell.name"));
        brand.setGraphic(mark);
        brand.getStyleClass().add("rail-brand");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(brand);
        for (ScreenEntry screenEntry : this.screens) {
            NavigationRailItem item = new NavigationRailItem(strings, screenEntry);
            item.setOnAction(_ -> open.accept(screenEntry));
            items.add(item);
        }
        add(ScreenEntry.Place.TOP);
        getChildren().add(gap);
        add(ScreenEntry.Place.FOOT);
        narrow(narrow);
        mark();
    }

    /// Switches to icons without labels, or back.
    void narrow(boolean alone) {
        narrow = alone;
        pseudoClassStateChanged(NARROW, narrow);
        brand.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        items.forEach(item -> item.narrow(narrow));
    }

    void select(ScreenEntry screenEntry) {
        selected = screens.indexOf(screenEntry);
        mark();
    }

    private void mark() {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setSelected(i == selected);
            items.get(i).setFocusTraversable(i == selected);
        }
    }

    private void add(ScreenEntry.Place place) {
        for (int i = 0; i < items.size(); i++) {
            if (screens.get(i).place() == place) {
                getChildren().add(items.get(i));
            }
        }
    }

    private void keys(KeyEvent event) {
        int from = event.getTarget() instanceof NavigationRailItem item ? items.indexOf(item) : -1;
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

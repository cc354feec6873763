package io.vestibule.app.window;

import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screens, on the left: icon and word, or the icon alone where the window is narrow. One stop of the Tab key;
/// arrows move inside, Space and Enter open.
final class Rail extends VBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Strings strings;
    private final Consumer<Screen> open;
    private final Label brand;
    private final List<Screen> screens;
    private final List<ToggleButton> items = new ArrayList<>();

    Rail(Strings strings, List<Screen> screens, Consumer<Screen> open) {
        this.strings = strings;
        this.open = open;
        this.screens = List.copyOf(screens);
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(strings.text("app.rail"));
        Region mark = new Region();
        mark.getStyleClass().add("brand-mark");
        brand = new Label(strings.text("app.name"), mark);
        brand.getStyleClass().add("rail-brand");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(brand);
        for (Screen screen : this.screens) {
            items.add(item(screen));
        }
        add(Screen.Place.TOP);
        getChildren().add(gap);
        add(Screen.Place.FOOT);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    void narrow(boolean narrow) {
        pseudoClassStateChanged(NARROW, narrow);
        ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        brand.setContentDisplay(display);
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setContentDisplay(display);
            items.get(i).setTooltip(narrow ? new Tooltip(screens.get(i).title()) : null);
        }
    }

    void select(Screen screen) {
        int chosen = screens.indexOf(screen);
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setSelected(i == chosen);
            items.get(i).setFocusTraversable(i == chosen);
        }
    }

    private void add(Screen.Place place) {
        for (int i = 0; i < items.size(); i++) {
            if (screens.get(i).place() == place) {
                getChildren().add(items.get(i));
            }
        }
    }

    private ToggleButton item(Screen screen) {
        Label count = new Label();
        count.getStyleClass().add("rail-count");
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        count.setTranslateX(10);
        count.setTranslateY(-6);
        StackPane picture = new StackPane(Icon.of(screen.icon()), count);
        ToggleButton item = new ToggleButton(screen.title(), picture);
        item.getStyleClass().add("rail-item");
        item.setOnAction(_ -> open.accept(screen));
        screen.waiting().subscribe(number -> {
            int waiting = number.intValue();
            count.setVisible(waiting > 0);
            count.setText(String.valueOf(waiting));
            item.setAccessibleText(
                    waiting > 0 ? strings.text("app.rail.waiting", screen.title(), waiting) : screen.title());
        });
        return item;
    }

    private void keys(KeyEvent event) {
        int from = event.getTarget() instanceof ToggleButton button ? items.indexOf(button) : -1;
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

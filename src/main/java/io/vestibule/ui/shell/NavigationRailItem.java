package io.vestibule.ui.shell;

import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One screen in the rail: icon, label, and the number of open items there; in a narrow window the number is on the
/// icon.
final class NavigationRailItem extends ToggleButton {

    private static final double ROW = 144; // the width that the rail's and the item's padding leave

    private final String title;
    private final Label word;
    private final StackPane picture;
    private final HBox row = new HBox();
    private final Region gap = new Region();
    private @Nullable Label count;
    private @Nullable Boolean narrow;

    NavigationRailItem(Strings strings, ScreenEntry screenEntry) {
        this.title = screenEntry.title();
        this.word = new Label(title);
        this.picture = new StackPane(Icon.of(screenEntry.icon()));
        getStyleClass().add("rail-item");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().add("rail-row");
        setGraphic(row);
        HBox.setHgrow(gap, Priority.ALWAYS);
        screenEntry.waiting().subscribe(number -> {
            int waiting = number.intValue();
            show(waiting);
            setAccessibleText(waiting > 0 ? strings.text("ui.shell.rail.waiting", title, waiting) : title);
        });
        narrow(false);
    }

    /// Most screens never have open items, and then the number is never created.
    private void show(int waiting) {
        if (waiting > 0 && count == null) {
            count = new Label();
            count.getStyleClass().add("rail-count");
            count.setMinWidth(USE_PREF_SIZE);
            StackPane.setAlignment(count, Pos.TOP_RIGHT);
            place(count, Boolean.TRUE.equals(narrow));
        }
        if (count != null) {
            count.setVisible(waiting > 0);
            count.setManaged(waiting > 0); // an empty number would take space from the label
            count.setText(String.valueOf(waiting));
        }
    }

    void narrow(boolean now) {
        if (narrow != null && narrow == now) {
            return;
        }
        narrow = now;
        row.getChildren().setAll(picture);
        if (!now) {
            row.getChildren().addAll(word, gap);
        }
        row.setPrefWidth(now ? USE_COMPUTED_SIZE : ROW);
        if (count != null) {
            place(count, now);
        }
        setTooltip(now ? new Tooltip(title) : null);
    }

    private void place(Label number, boolean onIcon) {
        picture.getChildren().remove(number);
        (onIcon ? picture : row).getChildren().add(number);
        number.setTranslateX(onIcon ? 12 : 0);
        number.setTranslateY(onIcon ? -6 : 0);
    }
}

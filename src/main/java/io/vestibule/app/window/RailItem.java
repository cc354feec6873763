package io.vestibule.app.window;

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

/// One screen in the rail: icon, word, and how many things wait there; where it is narrow, the number sits on the icon.
final class RailItem extends ToggleButton {

    private static final double ROW = 144; // what the rail leaves between its own and the item's padding

    private final String title;
    private final Label word;
    private final Label count = new Label();
    private final StackPane picture;
    private final Region gap = new Region();

    RailItem(Strings strings, Screen screen) {
        this.title = screen.title();
        this.word = new Label(title);
        this.picture = new StackPane(Icon.of(screen.icon()));
        getStyleClass().add("rail-item");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        count.getStyleClass().add("rail-count");
        count.setMinWidth(USE_PREF_SIZE);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        HBox.setHgrow(gap, Priority.ALWAYS);
        screen.waiting().subscribe(number -> {
            int waiting = number.intValue();
            count.setVisible(waiting > 0);
            count.setManaged(waiting > 0); // an empty number would take room from the word
            count.setText(String.valueOf(waiting));
            setAccessibleText(waiting > 0 ? strings.text("app.rail.waiting", title, waiting) : title);
        });
        narrow(false);
    }

    void narrow(boolean narrow) {
        picture.getChildren().remove(count);
        HBox row = new HBox(picture);
        row.getStyleClass().add("rail-row");
        if (narrow) {
            picture.getChildren().add(count);
        } else {
            row.getChildren().addAll(word, gap, count);
            row.setPrefWidth(ROW);
        }
        count.setTranslateX(narrow ? 12 : 0);
        count.setTranslateY(narrow ? -6 : 0);
        setGraphic(row);
        setTooltip(narrow ? new Tooltip(title) : null);
    }
}

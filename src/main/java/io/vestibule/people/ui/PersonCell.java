package io.vestibule.people.ui;

import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.StateBadge;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One row: face, name, quiet text, state.
final class PersonCell extends ListCell<PersonRow> {

    private final Strings strings;
    private final FaceTile face = new FaceTile(PeopleReader.ROW_FACE);
    private final Label name = new Label();
    private final Label about = new Label();
    private final StateBadge badge;
    private final HBox row;

    PersonCell(Strings strings) {
        this.strings = strings;
        badge = StateBadge.iconOnly(strings);
        about.getStyleClass().addAll("hint");
        VBox words = new VBox(name, about);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(12, face, words, badge);
        row.setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 12, 0, 12));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PersonRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String standing = strings.constant("people.standing", item.standing().state());
        face.name(item.person().name());
        face.show(item.face().orElse(null), null);
        name.setText(item.person().name());
        about.setText(item.about());
        badge.show(StandingStates.of(item.standing()), standing);
        setAccessibleText(strings.text("people.row", item.person().name(), item.about(), standing));
        setGraphic(row);
    }
}

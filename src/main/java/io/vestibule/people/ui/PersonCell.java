package io.vestibule.people.ui;

import io.vestibule.people.PersonPage;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.RowLabel;
import io.vestibule.ui.control.StateBadge;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One row: face, name, secondary text, state.
public final class PersonCell extends ListCell<PersonLine> {

    private final Strings strings;
    private final ThumbnailLoader pictures;
    private final Function<PersonPage.Row, String> aboutWords;
    private final FaceTile face = new FaceTile(ThumbnailLoader.ROW);
    private final RowLabel name = new RowLabel();
    private final RowLabel about = new RowLabel();
    private final StateBadge badge;
    private final HBox row;

    public PersonCell(Strings strings, ThumbnailLoader pictures, Function<PersonPage.Row, String> aboutWords) {
        this.strings = strings;
        this.pictures = pictures;
        this.aboutWords = aboutWords;
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
    protected void updateItem(@Nullable PersonLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(row);
        badge.setVisible(item.row().isPresent());
        item.row().ifPresentOrElse(this::show, () -> {
            face.blank("");
            face.setUserData(null);
            name.setText("");
            about.setText("");
            setAccessibleText(strings.text("people.row-reading"));
        });
    }

    private void show(PersonPage.Row person) {
        String standing = strings.constant("people.standing", person.status());
        String words = aboutWords.apply(person);
        pictures.show(face, person.name(), person.face());
        name.setText(person.name());
        about.setText(words);
        badge.show(EnrolmentStatusMapper.toState(person.status()), standing);
        setAccessibleText(strings.text("people.row", person.name(), words, standing));
    }
}

package io.vestibule.people.ui.repair;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.people.PersonPage;
import io.vestibule.people.ui.PersonCell;
import io.vestibule.people.ui.PersonLine;
import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.ClickedCell;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Picks one person by typing the start of a name. The likeliest people are offered before anything is typed.
/// The keys of the field act only on people who were found by the text as it is.
public final class PersonPicker extends VBox {

    /// Source of the people to pick from. Called in the background.
    public interface Source {

        /// People to offer while nothing is typed.
        List<PersonPage.Row> likely() throws Exception;

        List<PersonPage.Row> named(String typed) throws Exception;

        /// Display text of a person's kind and sites. FX thread.
        String about(PersonPage.Row person);
    }

    private final ObservableList<PersonLine> found = FXCollections.observableArrayList();
    private final TextField field = new TextField();
    private final ListView<PersonLine> list = new ListView<>(found);
    private final LatestQuery<String, List<PersonPage.Row>> search;
    private final Label nobody;
    private final Consumer<PersonPage.Row> picked;
    private final Strings strings;

    /// @param not person who must not be picked
    public PersonPicker(
            Source source,
            PersonId not,
            ThumbnailLoader pictures,
            TaskRunner taskRunner,
            Strings strings,
            Consumer<PersonPage.Row> picked,
            Consumer<Problem> failed) {
        super(8);
        this.picked = picked;
        field.setPromptText(strings.text("people.pick-prompt"));
        field.setAccessibleText(strings.text("people.pick-prompt"));
        list.setFixedCellSize(48);
        list.setPrefSize(420, 48 * 5 + 2);
        list.getStyleClass().add("card-list");
        list.setAccessibleText(strings.text("people.list"));
        Function<PersonPage.Row, String> about = source::about;
        list.setCellFactory(_ -> new PersonCell(strings, pictures, about));
        this.strings = strings;
        nobody = new Label(strings.text("people.pick-none"));
        nobody.getStyleClass().add("quiet");
        list.setPlaceholder(nobody);
        search = new LatestQuery<>(
                taskRunner,
                Duration.millis(100),
                typed -> typed.isBlank() ? source.likely() : source.named(typed),
                rows -> show(
                        rows.stream().filter(row -> !row.person().equals(not)).toList()),
                failed);
        field.textProperty().subscribe(search::submit);
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && search.isAnswered() && !found.isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().clearAndSelect(0);
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                search.whenAnswered(field.focusedProperty(), this::pickFirst);
                event.consume();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::pick);
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                ClickedCell.item(list, event).ifPresent(this::pick);
            }
        });
        getChildren().setAll(field, list);
    }

    /// Whether those who are shown were found by the text as it is.
    public boolean isAnswered() {
        return search.isAnswered();
    }

    private void show(List<PersonPage.Row> rows) {
        nobody.setText(strings.text(field.getText().isBlank() ? "people.pick-none" : "people.pick-nobody"));
        found.setAll(rows.stream().map(PersonLine::of).toList());
    }

    private void pickFirst() {
        if (!found.isEmpty()) {
            pick(found.getFirst());
        }
    }

    private void pick(PersonLine line) {
        line.row().ifPresent(picked);
    }
}

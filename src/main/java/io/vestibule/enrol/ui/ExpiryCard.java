package io.vestibule.enrol.ui;

import io.vestibule.enrol.change.ExpiryQuestion;
import io.vestibule.people.Person;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The people who are due for removal at once, to be removed or kept for a day. Removal can be undone for a day, so it
/// asks nothing more.
public final class ExpiryCard {

    /// The card lists no more people than this.
    public static final int MOST_SHOWN = 200;

    private static final double ROW = 32;
    private static final double ROWS = 7.5;

    private final Strings strings;
    private final Button remove;
    private final VBox node = new VBox(12);

    /// @param people the first people of the question
    public ExpiryCard(
            Strings strings, ExpiryQuestion question, List<Person> people, Runnable removeAll, Runnable keepAll) {
        this.strings = strings;
        int count = question.people().size();
        var list = new ListView<Person>();
        list.getItems().setAll(people);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new PersonCell());
        list.setPrefHeight(ROW * Math.min(people.size(), ROWS) + 2);
        list.setAccessibleText(strings.text("enrol.expiry.list"));
        remove = Buttons.primary(
                new Command(strings.text("enrol.expiry.remove", count), "mdi2a-account-remove-outline", removeAll));
        var keep = Buttons.of(new Command(strings.text("enrol.expiry.keep"), "mdi2c-clock-outline", keepAll));
        var buttons = new HBox(8, keep, remove);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        node.getChildren().addAll(wrapped(strings.text("enrol.expiry.means", count, question.total())), list);
        if (count > people.size()) {
            node.getChildren().add(wrapped(strings.text("enrol.expiry.more", count - people.size())));
        }
        node.getChildren().addAll(wrapped(strings.text("enrol.expiry.note")), buttons);
        node.setPrefWidth(480);
    }

    public Node node() {
        return node;
    }

    /// Receives the focus.
    public Node first() {
        return remove;
    }

    private String date(Instant end) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .format(end.atZone(ZoneId.systemDefault()));
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Name and end of the retention period.
    private final class PersonCell extends ListCell<Person> {

        @Override
        protected void updateItem(@Nullable Person person, boolean empty) {
            super.updateItem(person, empty);
            if (empty || person == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var end = person.expires().map(ExpiryCard.this::date).orElse("");
            var name = new Label(person.name());
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var until = new Label(end);
            until.getStyleClass().add("hint");
            var row = new HBox(8, name, gap, until);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(person.name() + " · " + end);
        }
    }
}

package io.vestibule.enrol.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks about a review that is due after the person is deleted.
final class ReviewCard {

    private static final double WIDTH = 480;

    private final Strings strings;
    private final Button first;
    private final VBox node;

    ReviewCard(Strings strings, ReviewQuestion.Dates dates, Runnable earlier, Runnable keep, Runnable back) {
        this.strings = strings;
        var sentence =
                new Label(strings.text("enrol.review-late-sentence", date(dates.review()), date(dates.deletion())));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setPrefWidth(WIDTH);
        first = Buttons.primary(new Command(
                strings.text("enrol.review-earlier", date(dates.deletion())), "mdi2c-calendar-edit", earlier));
        var buttons = new FlowPane(
                8,
                8,
                first,
                Buttons.of(new Command(strings.text("enrol.review-keep"), "", keep)),
                Buttons.of(new Command(strings.text("enrol.duplicate-back"), "mdi2a-arrow-left", back)));
        buttons.setPrefWrapLength(WIDTH);
        node = new VBox(16, sentence, buttons);
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .format(day);
    }

    Node node() {
        return node;
    }

    Node first() {
        return first;
    }
}

package io.vestibule.enrol.ui;

import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Chips;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The text to show to the person, and the answers: how they consented, or that they refuse. No answer is a
/// default.
final class ConsentCard extends VBox {

    private final Chips<ConsentAnswer> answers;

    ConsentCard(Strings strings) {
        super(8);
        answers = Chips.single(
                List.of(ConsentAnswer.values()), answer -> strings.constant("enrol.consent-answer", answer));
        var text = new Label(strings.text("enrol.consent-text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var title = new Label(strings.text("enrol.consent"));
        title.getStyleClass().add("card-title");
        var question = new Label(strings.text("enrol.consent-how"));
        question.getStyleClass().add("quiet");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(title, text, question, answers);
        getStyleClass().add("card-pane");
    }

    Chips<ConsentAnswer> answers() {
        return answers;
    }
}

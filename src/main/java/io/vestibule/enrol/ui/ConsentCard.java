package io.vestibule.enrol.ui;

import io.vestibule.people.ConsentWording;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The text to show to the person, and the answers: how they consented, or that they refuse. No answer is a
/// default.
final class ConsentCard extends VBox {

    private static final double TEXT_HEIGHT = 190;

    private final Strings strings;
    private final Chips<ConsentAnswer> answers;
    private final Label text = wrapped("");
    private final ScrollPane scroll = new ScrollPane(text);
    private final Label standard = wrapped("quiet");

    /// @param open shows the page that is turned to the person
    ConsentCard(ConsentQuestion question, Strings strings, Runnable open) {
        super(8);
        this.strings = strings;
        answers = Chips.single(offered(question), answer -> strings.constant("enrol.consent-answer", answer));
        question.signed().subscribe(() -> answers.offer(offered(question)));
        Bindings.bindContentBidirectional(answers.selected(), question.answer());
        var title = new Label(strings.text("enrol.consent"));
        title.getStyleClass().add("card-title");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(TEXT_HEIGHT);
        scroll.getStyleClass().add("consent-text");
        var how = wrapped("quiet");
        how.setText(strings.text("enrol.consent-how"));
        standard.setText(strings.text("enrol.consent-standard"));
        var languages = Chips.single(List.<String>of(), ConsentCard::nameOf);
        languages.setAccessibleText(strings.text("enrol.consent-language"));
        languages.setId("enrol-consent-language");
        question.languages().subscribe(() -> languages.offer(List.copyOf(question.languages())));
        languages.offer(List.copyOf(question.languages()));
        Bindings.bindContentBidirectional(languages.selected(), question.language());
        var choice = new VBox(4, quiet(strings.text("enrol.consent-language")), languages);
        choice.visibleProperty().bind(Bindings.size(question.languages()).greaterThan(1));
        choice.managedProperty().bind(choice.visibleProperty());
        var page = Buttons.of(new Command(
                strings.text("enrol.consent-page"),
                "mdi2g-gesture-tap",
                open,
                Bindings.createBooleanBinding(() -> question.wording().get().isPresent(), question.wording())));
        getChildren().setAll(title, scroll, standard, how, answers, new GuardianField(question, strings), page, choice);
        getStyleClass().add("card-pane");
        question.wording().subscribe(this::show);
    }

    private static List<ConsentAnswer> offered(ConsentQuestion question) {
        return Arrays.stream(ConsentAnswer.values())
                .filter(answer -> answer != ConsentAnswer.SIGNED_SCREEN || question.isSignedYes())
                .toList();
    }

    private void show(Optional<ConsentWording> wording) {
        text.setText(wording.map(ConsentWording::words).orElse(strings.text("enrol.consent-reading")));
        scroll.setAccessibleText(text.getText());
        scroll.setVvalue(0);
        boolean isStandard = wording.filter(ConsentWording::standard).isPresent();
        standard.setVisible(isStandard);
        standard.setManaged(isStandard);
    }

    Chips<ConsentAnswer> answers() {
        return answers;
    }

    /// The language in its own words, for the person who reads it.
    private static String nameOf(String tag) {
        var language = Locale.forLanguageTag(tag);
        return language.getDisplayLanguage(language);
    }

    private static Label quiet(String words) {
        var label = wrapped("quiet");
        label.setText(words);
        return label;
    }

    private static Label wrapped(String style) {
        var label = new Label();
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

package io.vestibule.privacy.ui;

import io.vestibule.people.ConsentCountStore;
import io.vestibule.privacy.consent.ConsentKeys;
import io.vestibule.privacy.consent.ConsentPlaceholder;
import io.vestibule.settings.Setting;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.LabelledField;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Beside a consent text: what the placeholders stand for, the text as a person reads it, and how many people agreed.
final class ConsentSide extends ScrollPane {

    private static final double SCROLL_BAR = 14;

    private final ConsentModel model;
    private final Strings strings;

    ConsentSide(ConsentModel model) {
        this.model = model;
        this.strings = model.strings();
        Label preview = wrapped("");
        preview.setId("consent-preview");
        preview.textProperty().bind(model.preview);
        Label counts = wrapped("");
        counts.setId("consent-counts");
        model.counts.subscribe(() -> counts.setText(counts()));
        counts.setText(counts());
        Label words = wrapped("quiet");
        words.setText(strings.text(
                "privacy.consent.placeholders",
                Arrays.stream(ConsentPlaceholder.values())
                        .map(ConsentPlaceholder::written)
                        .collect(Collectors.joining("  "))));
        VBox column = new VBox(
                16,
                card(strings.text("privacy.consent.preview"), preview),
                card(
                        strings.text("privacy.consent.facts"),
                        words,
                        field(strings.text("privacy.consent.controller"), ConsentKeys.CONTROLLER),
                        field(strings.text("privacy.consent.contact-field"), ConsentKeys.CONTACT),
                        field(strings.text("privacy.consent.complaints-field"), ConsentKeys.COMPLAINTS)),
                card(strings.text("privacy.consent.answers"), counts));
        column.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    private LabelledField<TextField> field(String label, Setting<String> fact) {
        TextField field = new TextField(model.fact(fact));
        field.setDisable(model.isLocked(fact));
        LabelledField<TextField> labelled = new LabelledField<>(label, field);
        if (model.isLocked(fact)) {
            labelled.hint(strings.text("privacy.consent.locked"));
        }
        field.setOnAction(_ -> model.setFact(fact, field.getText()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.setFact(fact, field.getText());
            }
        });
        return labelled;
    }

    private String counts() {
        if (model.counts.isEmpty()) {
            return strings.text("privacy.consent.no-answers");
        }
        return strings.text(
                "privacy.consent.counts",
                total(ConsentCountStore.Answer.AGREED),
                total(ConsentCountStore.Answer.REFUSED),
                total(ConsentCountStore.Answer.WITHDREW));
    }

    private int total(ConsentCountStore.Answer answer) {
        return model.counts.stream()
                .filter(count -> count.answer() == answer)
                .mapToInt(ConsentCountStore.Count::total)
                .sum();
    }

    private static VBox card(String title, Region... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        VBox card = new VBox(8, heading);
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        return card;
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

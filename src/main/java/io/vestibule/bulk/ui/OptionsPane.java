package io.vestibule.bulk.ui;

import io.vestibule.bulk.Proposal;
import io.vestibule.bulk.list.DatePattern;
import io.vestibule.bulk.list.Field;
import io.vestibule.bulk.list.ListOptions;
import io.vestibule.bulk.source.FolderRule;
import io.vestibule.bulk.source.TextFormat;
import io.vestibule.people.PersonKind;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.LabelledField;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What holds for all rows of a list, and how its file is read.
final class OptionsPane {

    private static final int LONGEST_RETENTION = 3 * 365;

    private final ImportModel model;
    private final Strings strings;
    private final Proposal proposal;
    private final VBox root = new VBox(12);
    private final Chips<PersonKind> kind;
    private final LabelledField<TextField> days;
    private final ComboBox<DatePattern> dates;
    private final CheckBox consent;

    OptionsPane(ImportModel model, Strings strings, Proposal proposal) {
        this.model = model;
        this.strings = strings;
        this.proposal = proposal;
        kind = Chips.single(
                List.of(PersonKind.EMPLOYEE, PersonKind.VISITOR), one -> strings.constant("bulk.kind", one));
        kind.selected().setAll(PersonKind.EMPLOYEE);
        days = new LabelledField<>(
                strings.text("bulk.keep-days"), new TextField(String.valueOf(model.keepDays(PersonKind.EMPLOYEE))));
        days.check(
                days.control().textProperty(),
                text -> keepDays(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(strings.text("bulk.keep-days-unfit", LONGEST_RETENTION)));
        kind.selected()
                .subscribe(() -> kind.selected().stream()
                        .findFirst()
                        .ifPresent(one -> days.control().setText(String.valueOf(model.keepDays(one)))));
        dates = combo(
                proposal.dates().isEmpty() ? List.of(DatePattern.values()) : proposal.dates(), DatePattern::pattern);
        // Where both fit, a person has to say which comes first.
        dates.setValue(proposal.dates().size() == 1 ? proposal.dates().getFirst() : null);
        dates.setPromptText(strings.text("bulk.dates-choose"));
        consent = new CheckBox(strings.text("bulk.paper-consent"));
        consent.setWrapText(true);
        var title = new Label(proposal.source().getFileName().toString());
        title.getStyleClass().add("card-title");
        root.getStyleClass().add("card-pane");
        root.getChildren().addAll(title, labelled(strings.text("bulk.kind-label"), kind), days);
        boolean hasDates = proposal.mapping().columns().containsKey(Field.EXPIRES)
                || proposal.mapping().columns().containsKey(Field.CONSENT_DATE)
                || proposal.dates().size() != 1;
        if (hasDates) {
            root.getChildren().add(labelled(strings.text("bulk.dates"), dates));
        }
        root.getChildren().add(consent);
        proposal.text().ifPresent(this::addText);
        proposal.rule().ifPresent(this::addRule);
    }

    private void addText(TextFormat format) {
        var delimiter = combo(TextFormat.DELIMITERS, one -> one == '\t' ? strings.text("bulk.tab") : one.toString());
        delimiter.setValue(format.delimiter());
        var charset = combo(TextFormat.CHARSETS, Charset::displayName);
        charset.setValue(format.charset());
        Runnable again = () -> model.propose(
                proposal.source(),
                Optional.of(new TextFormat(delimiter.getValue(), charset.getValue())),
                Optional.empty());
        delimiter.setOnAction(_ -> again.run());
        charset.setOnAction(_ -> again.run());
        root.getChildren()
                .addAll(
                        labelled(strings.text("bulk.delimiter"), delimiter),
                        labelled(strings.text("bulk.encoding"), charset));
    }

    private void addRule(FolderRule proposed) {
        var rule = combo(List.of(FolderRule.values()), one -> strings.constant("bulk.folder", one));
        rule.setValue(proposed);
        rule.setOnAction(_ -> model.propose(proposal.source(), Optional.empty(), Optional.of(rule.getValue())));
        root.getChildren().add(labelled(strings.text("bulk.folder-label"), rule));
    }

    private static <T> ComboBox<T> combo(List<T> values, Function<T, String> words) {
        var combo = new ComboBox<T>();
        combo.getItems().setAll(values);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed into it");
            }
        });
        return combo;
    }

    private static VBox labelled(String words, Node control) {
        var label = new Label(words);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        control.setAccessibleText(words);
        return new VBox(4, label, control);
    }

    private static Optional<Integer> keepDays(String text) {
        try {
            int days = Integer.parseInt(text.strip());
            return days > 0 && days <= LONGEST_RETENTION ? Optional.of(days) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Empty while something is missing, which has the focus then.
    Optional<ListOptions> options() {
        if (!LabelledField.validateAll(List.of(days))) {
            return Optional.empty();
        }
        if (dates.getValue() == null) {
            dates.requestFocus();
            return Optional.empty();
        }
        return Optional.of(new ListOptions(
                proposal.text(),
                proposal.rule(),
                dates.getValue(),
                kind.selected().getFirst(),
                consent.isSelected(),
                keepDays(days.control().getText()).orElseThrow()));
    }

    Node node() {
        return root;
    }
}

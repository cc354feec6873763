package io.vestibule.privacy.ui;

import io.vestibule.people.LegalHold;
import io.vestibule.privacy.retention.RetentionRow;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.DateField;
import io.vestibule.ui.control.LabelledField;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What can be done with the selected people: keep them until a day for a reason, hold or release them, remove them.
final class RetentionActions extends ScrollPane {

    private final RetentionListModel model;
    private final Strings strings;
    private final RetentionWords words;
    private final Label title = new Label();
    private final Label about = new Label();

    RetentionActions(RetentionListModel model, RetentionWords words) {
        this.model = model;
        this.strings = model.strings();
        this.words = words;
        title.getStyleClass().add("card-title");
        about.getStyleClass().add("quiet");
        Stream.of(title, about).forEach(label -> {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        });
        TextArea reason = new TextArea();
        reason.setPrefRowCount(2);
        reason.getStyleClass().add("retention-reason");
        reason.setWrapText(true);
        reason.textProperty().bindBidirectional(model.reason);
        DateField until = new DateField();
        until.getStyleClass().add("retention-until");
        until.valueProperty().subscribe(day -> model.until.set(Optional.ofNullable(day)));
        model.until.subscribe(day -> day.ifPresentOrElse(until::setValue, () -> clear(until)));
        VBox card = new VBox(
                8,
                title,
                about,
                new LabelledField<>(strings.text("privacy.retention.reason"), reason)
                        .hint(strings.text("privacy.retention.reason-hint")),
                new LabelledField<>(strings.text("privacy.retention.until"), until),
                new FlowPane(8, 8, keep(), hold()),
                new FlowPane(8, 8, lift(), remove()));
        card.getStyleClass().add("card");
        setContent(card);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(strings.text("privacy.retention.actions"));
        model.selected.addListener((ListChangeListener<RetentionRow>) _ -> describe());
        describe();
    }

    @SuppressWarnings("NullAway") // a picker without a date has the value null
    private static void clear(DateField field) {
        field.setValue(null);
    }

    private Button keep() {
        return Buttons.of(new Command(
                strings.text("privacy.retention.extend"), "mdi2c-calendar-arrow-right", model::extend, complete()));
    }

    private Button hold() {
        return Buttons.of(new Command(strings.text("privacy.retention.hold"), "mdi2g-gavel", model::hold, complete()));
    }

    private Button lift() {
        return Buttons.of(new Command(
                strings.text("privacy.retention.lift"),
                "mdi2l-lock-open-outline",
                model::lift,
                ready(() -> model.selected.stream().anyMatch(row -> row.hold().isPresent()))));
    }

    private Button remove() {
        return Buttons.of(new Command(
                strings.text("privacy.retention.remove"),
                "mdi2a-account-remove-outline",
                model::remove,
                ready(() -> model.selected.stream().anyMatch(row -> row.hold().isEmpty()))));
    }

    private BooleanBinding complete() {
        return ready(model::isComplete);
    }

    private BooleanBinding ready(java.util.function.BooleanSupplier isReady) {
        return Bindings.createBooleanBinding(
                () -> !model.working.get() && !model.selected.isEmpty() && model.mayChange() && isReady.getAsBoolean(),
                model.working,
                model.selected,
                model.reason,
                model.until);
    }

    private void describe() {
        if (model.selected.isEmpty()) {
            title.setText(strings.text("privacy.retention.nobody"));
            about.setText(strings.text("privacy.retention.nobody-hint"));
        } else if (model.selected.size() == 1) {
            var row = model.selected.getFirst();
            title.setText(row.name());
            about.setText(details(row));
        } else {
            title.setText(strings.text("privacy.retention.several", model.selected.size()));
            about.setText(
                    model.selected.stream().map(RetentionRow::name).limit(5).collect(Collectors.joining(", ")));
        }
    }

    private String details(RetentionRow row) {
        return Stream.of(
                        row.end().map(end -> strings.text("privacy.retention.ends", words.time(end))),
                        row.review().map(day -> strings.text("privacy.retention.review", words.day(day))),
                        row.hold()
                                .map((LegalHold hold) -> strings.text(
                                        "privacy.retention.hold-for", words.lastDay(hold.until()), hold.reason())),
                        row.note().map(note -> strings.text("privacy.retention.note", note)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }
}

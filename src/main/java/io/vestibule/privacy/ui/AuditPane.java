package io.vestibule.privacy.ui;

import io.vestibule.audit.AuditVerification;
import io.vestibule.audit.Operator;
import io.vestibule.privacy.AuditAction;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.DateField;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The audit log: filters, the result of the last check, the entries, and the selected one.
final class AuditPane extends VBox {

    private final AuditModel model;
    private final Strings strings;
    private final FilePicker files;
    private final Consumer<String> done;
    private final AuditTable table;
    private final StateBadge result;
    private final HBox check = new HBox(12);

    /// @param done shows that something was done
    AuditPane(AuditModel model, FilePicker files, Consumer<String> done) {
        super(12);
        this.model = model;
        this.strings = model.strings();
        this.files = files;
        this.done = done;
        this.table = new AuditTable(model);
        this.result = new StateBadge(strings);
        VBox.setVgrow(table, Priority.ALWAYS);
        check.setAlignment(Pos.CENTER_LEFT);
        Label none = new Label();
        none.getStyleClass().add("quiet");
        none.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> strings.text(!model.loaded.get() ? "privacy.audit.reading" : "privacy.audit.none"),
                        model.loaded));
        table.setPlaceholder(none);
        AuditDetail detail = new AuditDetail(model);
        table.getSelectionModel().selectedItemProperty().subscribe(line -> detail.show(Optional.ofNullable(line)));
        getChildren().addAll(filters(), check, table, detail);
        model.running.subscribe(_ -> showCheck());
        model.verification.subscribe(_ -> showCheck());
    }

    Node first() {
        return table;
    }

    private FlowPane filters() {
        ComboBox<Optional<Operator>> operator = choice(
                strings.text("privacy.audit.any-operator"),
                strings.text("privacy.audit.operator"),
                Operator::name,
                model.operator);
        model.operators.addListener(
                (ListChangeListener<Operator>) _ -> offer(operator, model.operators, model.operator));
        offer(operator, model.operators, model.operator);
        ComboBox<Optional<AuditAction>> action = choice(
                strings.text("privacy.audit.any-action"),
                strings.text("privacy.audit.action"),
                each -> strings.constant("privacy.action", each),
                model.action);
        offer(
                action,
                Arrays.stream(AuditAction.values())
                        .sorted(Comparator.comparing(each -> strings.constant("privacy.action", each)))
                        .toList(),
                model.action);
        action.setPrefWidth(230);
        Button export =
                Buttons.of(new Command(strings.text("privacy.audit.export"), "mdi2e-export-variant", this::export));
        export.disableProperty().unbind();
        export.disableProperty().bind(model.running.map(Optional::isPresent));
        FlowPane filters = new FlowPane(
                8,
                8,
                day(strings.text("privacy.audit.from"), model.from),
                day(strings.text("privacy.audit.to"), model.to),
                operator,
                action,
                export);
        filters.setAlignment(Pos.CENTER_LEFT);
        return filters;
    }

    private DateField day(String title, ObjectProperty<Optional<LocalDate>> chosen) {
        DateField field = new DateField();
        field.setPromptText(title);
        field.setAccessibleText(title);
        field.setPrefWidth(140);
        field.valueProperty().subscribe(day -> chosen.set(Optional.ofNullable(day)));
        return field;
    }

    private <T> ComboBox<Optional<T>> choice(
            String any, String title, Function<T, String> words, ObjectProperty<Optional<T>> chosen) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.setAccessibleText(title);
        box.setVisibleRowCount(16);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<T> value) {
                return value == null ? any : value.map(words).orElse(any);
            }

            @Override
            public Optional<T> fromString(String text) {
                return Optional.empty();
            }
        });
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                chosen.set(box.getValue());
            }
        });
        return box;
    }

    private static <T> void offer(ComboBox<Optional<T>> box, List<T> choices, ObjectProperty<Optional<T>> chosen) {
        box.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<T>empty()), choices.stream().map(Optional::of))
                        .toList());
        box.setValue(chosen.get());
    }

    private void export() {
        files.saveAs(
                        strings.text("privacy.audit.export-title"),
                        "audit-log.csv",
                        new FilePicker.FileType(strings.text("privacy.audit.files"), List.of("*.csv", "*.json")))
                .ifPresent(file ->
                        model.export(file, count -> done.accept(strings.text("privacy.audit.exported", count))));
    }

    /// What the check does or found; nothing before the first one.
    private void showCheck() {
        Optional<BackgroundTask> task = model.running.get();
        check.getChildren().clear();
        if (task.isPresent()) {
            ProgressBar bar = new ProgressBar();
            bar.setAccessibleText(task.get().label());
            bar.progressProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> task.get().total().get() == 0
                                    ? ProgressBar.INDETERMINATE_PROGRESS
                                    : (double) task.get().done().get()
                                            / task.get().total().get(),
                            task.get().done(),
                            task.get().total()));
            Button stop = Buttons.of(new Command(strings.text("privacy.audit.stop"), "mdi2s-stop", model::cancel));
            check.getChildren().addAll(new Label(task.get().label()), bar, stop);
        } else {
            model.verification.get().ifPresent(found -> {
                show(found);
                check.getChildren().add(result);
            });
        }
        check.setManaged(!check.getChildren().isEmpty());
        check.setVisible(check.isManaged());
    }

    private void show(AuditVerification found) {
        String at = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(strings.locale())
                .format(LocalTime.now(ZoneId.systemDefault()));
        if (found.intact()) {
            result.show(State.DONE, strings.text("privacy.audit.intact", found.entries(), at));
        } else {
            result.show(
                    State.REFUSED,
                    strings.text("privacy.audit.broken", found.brokenAt().getAsLong(), at));
        }
    }
}

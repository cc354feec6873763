package io.vestibule.setup.ui.backup;

import atlantafx.base.theme.Styles;
import io.vestibule.backup.BackupFile;
import io.vestibule.setup.BackupFlow.BackupStatus;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.LabelledField;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Backups: when the last good one was, where and how often they are made, one now, and the restore of one.
public final class BackupCard extends SettingsCard {

    private final BackupModel model;
    private final Strings strings;
    private final FilePicker files;
    private final VBox restoring = new VBox(8);

    public BackupCard(BackupModel model, FilePicker files) {
        super(model.strings().text("setup.backup.title"), model, model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        this.files = files;
        restoring.setId("backup-restoring");
        restoring.managedProperty().bind(restoring.visibleProperty());
        restoring.setVisible(false);
        getChildren()
                .addAll(
                        last(),
                        folder(),
                        Fields.settingsRow(model, model.numbers()),
                        Fields.wrapped(strings.text("setup.backup.note"), "quiet"),
                        buttons(),
                        progress(),
                        restoring,
                        problemLabel(model));
    }

    private Node last() {
        var words = Fields.wrapped("", "strong");
        words.setId("backup-last");
        var failure = Fields.wrapped("", Styles.DANGER);
        failure.setId("backup-failure");
        failure.managedProperty().bind(failure.textProperty().isNotEmpty());
        model.status().subscribe(read -> {
            words.setText(read.map(this::last).orElse(strings.text("setup.backup.reading")));
            failure.setText(read.flatMap(BackupStatus::failure)
                    .map(why -> strings.text("setup.backup.failed", SettingsCardModel.words(strings, why)))
                    .orElse(""));
        });
        return new VBox(4, words, failure);
    }

    private String last(BackupStatus status) {
        return status.newest()
                .map(newest -> strings.text(
                        "setup.backup.last", time(newest.moment()), Math.max(1, newest.bytes() >> 20), status.count()))
                .orElse(strings.text("setup.backup.none"));
    }

    private Node folder() {
        var field = Fields.line(strings.text("setup.backup.folder"), model.folder(), _ -> Optional.empty());
        field.hint(strings.text(model.isFolderLocked() ? "setup.settings.fixed" : "setup.backup.folder-hint"));
        TextField control = field.control();
        control.setId("backup-folder");
        var choose = Buttons.of(new Command(strings.text("setup.backup.choose"), "", this::choose));
        choose.setId("backup-choose");
        if (model.isFolderLocked()) {
            control.setDisable(true);
            choose.setDisable(true);
        } else {
            control.disableProperty().bind(model.mayChange().not());
            choose.disableProperty().bind(model.mayChange().not());
        }
        Fields.commit(control, () -> model.commitFolder(field::fail));
        HBox.setHgrow(field, Priority.ALWAYS);
        return Fields.besideField(field, choose);
    }

    private void choose() {
        files.folder(strings.text("setup.backup.folder")).ifPresent(model::chooseFolder);
    }

    private Node buttons() {
        var now = button("backup-now", "setup.backup.now", model::makeNow);
        var restore = button("backup-restore", "setup.backup.restore", this::offerRestore);
        return new FlowPane(8, 8, now, restore);
    }

    private Button button(String id, String key, Runnable action) {
        var button = Buttons.of(new Command(strings.text(key), "", action));
        button.setId(id);
        var busy = Bindings.createBooleanBinding(() -> model.running().get().isPresent(), model.running());
        button.disableProperty().bind(model.mayChange().not().or(busy));
        return button;
    }

    private Node progress() {
        var bar = new ProgressBar();
        bar.setId("backup-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.managedProperty().bind(bar.visibleProperty());
        model.running().subscribe(task -> {
            bar.progressProperty().unbind();
            bar.setVisible(task.isPresent());
            task.ifPresent(running -> {
                bar.setAccessibleText(running.label());
                bar.progressProperty().bind(running.done().divide(100.0));
            });
        });
        return bar;
    }

    private void offerRestore() {
        model.offerRestore();
        var choice = new ComboBox<>(model.backups());
        choice.setId("backup-choice");
        choice.setConverter(converter());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPlaceholder(new Label(strings.text("setup.backup.none")));
        var field = new LabelledField<>(strings.text("setup.backup.which"), choice);
        var restore = Buttons.of(new Command(strings.text("setup.backup.restore-yes"), "", () -> {
            var chosen = choice.getValue();
            if (chosen != null) {
                hideRestore();
                model.restore(chosen.path());
            }
        }));
        restore.setId("backup-restore-yes");
        restore.disableProperty().bind(choice.valueProperty().isNull());
        var means = Fields.wrapped(strings.text("setup.backup.restore-means"), "quiet");
        restore.setAccessibleHelp(means.getText());
        var back = Buttons.of(new Command(strings.text("setup.recovery.back"), "", this::hideRestore));
        back.setId("backup-restore-back");
        restoring.getChildren().setAll(field, means, new FlowPane(8, 8, back, restore));
        restoring.setVisible(true);
        choice.requestFocus();
    }

    private void hideRestore() {
        restoring.setVisible(false);
        restoring.getChildren().clear();
        lookup("#backup-restore").requestFocus();
    }

    private StringConverter<BackupFile> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(BackupFile backup) {
                return backup == null ? "" : time(backup.moment());
            }

            @Override
            public BackupFile fromString(String text) {
                throw new UnsupportedOperationException("The list cannot be edited");
            }
        };
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}

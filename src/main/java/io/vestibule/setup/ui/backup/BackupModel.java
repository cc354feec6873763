package io.vestibule.setup.ui.backup;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.backup.BackupFile;
import io.vestibule.backup.BackupKeys;
import io.vestibule.base.Problem;
import io.vestibule.settings.Setting;
import io.vestibule.setup.BackupFlow;
import io.vestibule.setup.BackupFlow.BackupStatus;
import io.vestibule.setup.BackupSchedule;
import io.vestibule.setup.RestoreFlow;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.setup.ui.SettingField;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.ui.BackgroundTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Where and when backups are made, when the last one was, and the restore of one of them.
public final class BackupModel extends SettingsCardModel {

    /// @param restart closes the data folder and opens it again
    public record BackupParts(
            BackupFlow flow, BackupSchedule schedule, RestoreFlow restore, SettingsFlow settings, Runnable restart) {}

    private final BackupParts parts;
    private final StringProperty folder = new SimpleStringProperty("");
    private final List<SettingField<Integer>> numbers;
    private final ObservableList<BackupFile> backups = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<BackupStatus>> status = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BackgroundTask>> running = new SimpleObjectProperty<>(Optional.empty());

    public BackupModel(BackupParts parts, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.parts = parts;
        this.numbers = List.of(
                number(BackupKeys.HOURS, strings().text("setup.backup.hours"), 0, 24 * 31),
                number(BackupKeys.KEPT, strings().text("setup.backup.kept"), 1, 365),
                number(BackupKeys.DAYS, strings().text("setup.backup.days"), 1, 3650));
        parts.flow().onChange(() -> work().runOnFxThread(this::refreshStatus));
    }

    private SettingField<Integer> number(Setting<Integer> setting, String label, int least, int most) {
        return new SettingField<>(
                parts.settings(), strings(), setting, new SettingField.Range<>(label, "", least, most, typed ->
                        (int) Math.round(typed)));
    }

    @Override
    public void refresh() {
        super.refresh();
        folder.set(parts.settings().get(BackupKeys.FOLDER));
        numbers.forEach(SettingField::refresh);
        refreshStatus();
    }

    /// A share may answer late.
    private void refreshStatus() {
        work().runUnlisted(
                        () -> parts.flow().status(),
                        read -> status.set(Optional.of(read)),
                        wrong -> problem().set(words(wrong)));
    }

    StringProperty folder() {
        return folder;
    }

    boolean isFolderLocked() {
        return parts.settings().isLocked(BackupKeys.FOLDER);
    }

    List<SettingField<Integer>> numbers() {
        return numbers;
    }

    /// Empty until the folder was read.
    ObjectProperty<Optional<BackupStatus>> status() {
        return status;
    }

    /// A backup or a restore that is in progress.
    ObjectProperty<Optional<BackgroundTask>> running() {
        return running;
    }

    /// Those that can be restored, newest first.
    ObservableList<BackupFile> backups() {
        return backups;
    }

    void chooseFolder(Path chosen) {
        folder.set(chosen.toString());
        commitFolder(problem()::set);
    }

    void commitFolder(Consumer<String> failed) {
        var typed = folder.get().strip();
        if (typed.equals(parts.settings().get(BackupKeys.FOLDER))) {
            return;
        }
        save(
                () -> {
                    parts.settings().set(BackupKeys.FOLDER, typed);
                    return true;
                },
                _ -> refreshStatus(),
                failed);
    }

    void makeNow() {
        clearStatus();
        track(work().run(
                        strings().text("setup.backup.making"),
                        progress -> {
                            parts.flow().requirePermission();
                            return parts.schedule().makeNow(progress);
                        },
                        _ -> running.set(Optional.empty()),
                        this::failed));
    }

    /// Reads which backups there are.
    void offerRestore() {
        clearStatus();
        work().runUnlisted(
                        () -> {
                            parts.flow().requirePermission();
                            return parts.restore().list();
                        },
                        backups::setAll,
                        this::failed);
    }

    /// Decrypts and verifies the backup, then closes the data folder and opens it again with it.
    void restore(Path backup) {
        clearStatus();
        track(work().run(
                        strings().text("setup.backup.restoring"),
                        progress -> {
                            parts.flow().requirePermission();
                            return parts.restore().stage(backup, progress);
                        },
                        _ -> parts.restart().run(),
                        this::failed));
    }

    private void track(BackgroundTask task) {
        running.set(Optional.of(task));
    }

    private void failed(Problem wrong) {
        running.set(Optional.empty());
        problem().set(words(wrong));
    }
}

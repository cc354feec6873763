package io.vestibule.setup.ui.directory;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.directory.DirectoryKeys;
import io.vestibule.bulk.directory.SyncResult;
import io.vestibule.setup.DirectoryFlow;
import io.vestibule.setup.DirectoryFlow.DirectoryForm;
import io.vestibule.setup.ui.SettingField;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.ui.TaskRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The connection to a directory as it is typed, and what a reading brought. A typed password is cleared once it is
/// saved.
public final class DirectoryModel extends SettingsCardModel {

    private final DirectoryFlow flow;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty base = new SimpleStringProperty("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty attributes = new SimpleStringProperty("");
    private final StringProperty authorities = new SimpleStringProperty("");
    private final BooleanProperty consent = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty result = new SimpleStringProperty("");
    private final List<SettingField<Integer>> times;

    public DirectoryModel(DirectoryFlow flow, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.flow = flow;
        this.times = List.of(
                new SettingField<>(
                        flow.settings(),
                        strings(),
                        DirectoryKeys.GRACE,
                        new SettingField.Range<>(
                                strings().text("setup.directory.grace"),
                                strings().text("setup.directory.grace-hint"),
                                0,
                                365,
                                days -> (int) Math.round(days))),
                new SettingField<>(
                        flow.settings(),
                        strings(),
                        DirectoryKeys.HOURS,
                        new SettingField.Range<>(
                                strings().text("setup.directory.hours"),
                                strings().text("setup.directory.hours-hint"),
                                0,
                                168,
                                hours -> (int) Math.round(hours))));
    }

    @Override
    public void refresh() {
        super.refresh();
        address.set(flow.get(DirectoryKeys.ADDRESS));
        user.set(flow.get(DirectoryKeys.USER));
        base.set(flow.get(DirectoryKeys.BASE));
        filter.set(flow.get(DirectoryKeys.FILTER));
        attributes.set(flow.get(DirectoryKeys.ATTRIBUTES));
        authorities.set(flow.get(DirectoryKeys.AUTHORITIES));
        consent.set(flow.get(DirectoryKeys.CONSENT));
        password.set("");
        times.forEach(SettingField::refresh);
    }

    StringProperty address() {
        return address;
    }

    StringProperty user() {
        return user;
    }

    StringProperty password() {
        return password;
    }

    StringProperty base() {
        return base;
    }

    StringProperty filter() {
        return filter;
    }

    StringProperty attributes() {
        return attributes;
    }

    StringProperty authorities() {
        return authorities;
    }

    BooleanProperty consent() {
        return consent;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// What the last reading brought; empty before it.
    StringProperty result() {
        return result;
    }

    List<SettingField<Integer>> times() {
        return times;
    }

    boolean isLocked() {
        return flow.isLocked(DirectoryKeys.ADDRESS);
    }

    Optional<String> validateAddress(String typed) {
        return DirectoryKeys.ADDRESS.valid().test(typed.strip())
                ? Optional.empty()
                : Optional.of(strings().text("setup.directory.address-wrong"));
    }

    Optional<String> validateFilter(String typed) {
        return DirectoryKeys.FILTER.valid().test(typed.strip())
                ? Optional.empty()
                : Optional.of(strings().text("setup.directory.filter-wrong"));
    }

    Optional<String> validateAttributes(String typed) {
        return DirectoryKeys.ATTRIBUTES.valid().test(typed.strip())
                ? Optional.empty()
                : Optional.of(strings().text("setup.directory.attributes-wrong"));
    }

    void save() {
        save(() -> {});
    }

    /// Saves what is typed, and reads the directory without changing anybody.
    void trial() {
        save(() -> read(strings().text("setup.directory.trying"), flow::trial, "setup.directory.trial-result"));
    }

    void sync() {
        save(() -> read(strings().text("setup.directory.syncing"), flow::run, "setup.directory.sync-result"));
    }

    private void save(Runnable then) {
        var form = new DirectoryForm(
                address.get().strip(),
                user.get().strip(),
                base.get().strip(),
                filter.get().strip(),
                attributes.get().strip(),
                authorities.get().strip(),
                consent.get());
        var secret = password.get().toCharArray();
        result.set("");
        save(() -> flow.save(form, secret), _ -> {
            password.set("");
            then.run();
        });
    }

    private interface Reading {
        SyncResult read(ProgressListener progress);
    }

    private void read(String label, Reading reading, String words) {
        busy.set(true);
        TaskRunner.Task<SyncResult> task = reading::read;
        var _ = work().run(
                        label,
                        task,
                        found -> {
                            busy.set(false);
                            result.set(words(found, words));
                        },
                        wrong -> {
                            busy.set(false);
                            problem().set(words(wrong));
                        });
    }

    private String words(SyncResult found, String key) {
        var rows = found.rows().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> strings().constant("bulk.state", row.getKey()) + " " + row.getValue())
                .collect(Collectors.joining(", "));
        var sentence = strings()
                .text(
                        key,
                        found.named(),
                        rows.isEmpty() ? strings().text("setup.directory.nobody") : rows,
                        found.gone(),
                        found.removed().size());
        return found.held().map(problem -> sentence + " " + words(problem)).orElse(sentence);
    }
}

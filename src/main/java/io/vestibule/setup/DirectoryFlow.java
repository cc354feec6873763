package io.vestibule.setup;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.directory.DirectoryKeys;
import io.vestibule.bulk.directory.SyncFlow;
import io.vestibule.bulk.directory.SyncResult;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Vault;
import java.util.Arrays;
import java.util.function.Supplier;

/// Reads, saves and tries the connection to a directory of people. Saving and trying block; they need
/// [Permission#MANAGE_SETTINGS].
public final class DirectoryFlow {

    private final SettingsFlow settings;
    private final Supplier<Vault> vault;
    private final Session session;
    private final Supplier<SyncFlow> sync;

    public DirectoryFlow(SettingsFlow settings, Supplier<Vault> vault, Session session, Supplier<SyncFlow> sync) {
        this.settings = settings;
        this.vault = vault;
        this.session = session;
        this.sync = sync;
    }

    /// As it is typed.
    public record DirectoryForm(
            String address,
            String user,
            String base,
            String filter,
            String attributes,
            String authorities,
            boolean consent) {}

    public SettingsFlow settings() {
        return settings;
    }

    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    public boolean isLocked(Setting<?> setting) {
        return settings.isLocked(setting);
    }

    /// A password is for one server and one account: with another of either, it is forgotten unless it is typed again.
    ///
    /// @param password empty to keep the saved one; wiped after use
    public boolean save(DirectoryForm form, char[] password) {
        session.require(Permission.MANAGE_SETTINGS);
        boolean other = !form.address().equals(settings.get(DirectoryKeys.ADDRESS))
                || !form.user().equals(settings.get(DirectoryKeys.USER));
        try {
            if (password.length > 0) {
                settings.changeSecret(
                        DirectoryKeys.PASSWORD, () -> vault.get().write(DirectoryKeys.PASSWORD, password));
            } else if (other) {
                settings.changeSecret(DirectoryKeys.PASSWORD, () -> vault.get().delete(DirectoryKeys.PASSWORD));
            }
        } finally {
            Arrays.fill(password, ' ');
        }
        settings.set(DirectoryKeys.ADDRESS, form.address());
        settings.set(DirectoryKeys.USER, form.user());
        settings.set(DirectoryKeys.BASE, form.base());
        settings.set(DirectoryKeys.FILTER, form.filter());
        settings.set(DirectoryKeys.ATTRIBUTES, form.attributes());
        settings.set(DirectoryKeys.AUTHORITIES, form.authorities());
        settings.set(DirectoryKeys.CONSENT, form.consent());
        return true;
    }

    /// Reads the directory and changes nobody.
    public SyncResult trial(ProgressListener progress) {
        session.require(Permission.MANAGE_SETTINGS);
        return sync.get().sync(true, progress);
    }

    /// Brings people to what the directory says.
    public SyncResult run(ProgressListener progress) {
        return sync.get().sync(false, progress);
    }
}

package io.vestibule.setup;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import io.vestibule.store.Database;

/// Reads settings, and saves those that an operator chooses. Each change is one audit entry with the key,
/// never the value; saving the value that is already set changes nothing. Saving blocks.
///
/// @see io.vestibule.settings.Settings for what the program itself stores
public final class SettingsFlow {

    private static final String CHANGED = "settings.changed";

    private final Settings settings;
    private final Database database;
    private final Session session;
    private final AuditLog log;

    public SettingsFlow(Settings settings, Database database, Session session, AuditLog log) {
        this.settings = settings;
        this.database = database;
        this.session = session;
        this.log = log;
    }

    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    public boolean isLocked(Setting<?> setting) {
        return settings.isLocked(setting);
    }

    /// Needs [Permission#MANAGE_SETTINGS].
    ///
    /// @throws io.vestibule.settings.SettingsException if it is locked, out of range, or cannot be written;
    ///     nothing changes then
    public <T> void set(Setting<T> setting, T value) {
        set(setting, value, CHANGED, setting.key());
    }

    /// As [#set(Setting, Object)], with an audit entry of its own.
    public <T> void set(Setting<T> setting, T value, String action, String subject) {
        session.require(Permission.MANAGE_SETTINGS);
        write(setting, value, action, subject);
    }

    /// Saves a setting that every operator may change, such as the language. Needs [Permission#ENROL].
    ///
    /// @throws io.vestibule.settings.SettingsException as [#set(Setting, Object)]
    public <T> void setPreference(Setting<T> setting, T value) {
        session.require(Permission.ENROL);
        write(setting, value, CHANGED, setting.key());
    }

    /// Changes a secret that belongs to the settings. Needs [Permission#MANAGE_SETTINGS].
    ///
    /// @param name of the secret in the vault
    public void changeSecret(String name, Runnable write) {
        session.require(Permission.MANAGE_SETTINGS);
        logged(CHANGED, name, write);
    }

    private <T> void write(Setting<T> setting, T value, String action, String subject) {
        if (!settings.get(setting).equals(value)) {
            logged(action, subject, () -> settings.set(setting, value));
        }
    }

    /// The entry comes first, so that nothing is written without it; if the write fails, it is rolled back.
    private void logged(String action, String subject, Runnable write) {
        database.transaction(() -> {
            log.append(action, subject);
            write.run();
        });
    }
}

package io.vestibule.setup;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.settings.MasterKey;
import io.vestibule.settings.MovableVault;
import io.vestibule.settings.Vault;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// Where the key of the data folder is stored, and its way to another place. Blocks.
public final class KeyFlow {

    private final Supplier<MovableVault> vault;
    private final Supplier<MasterKey> key;
    private final Set<String> secrets;
    private final Session session;
    private final AuditLog log;

    /// @param secrets names of the secrets in the vault besides the master key
    public KeyFlow(
            Supplier<MovableVault> vault, Supplier<MasterKey> key, Set<String> secrets, Session session, AuditLog log) {
        this.vault = vault;
        this.key = key;
        this.secrets = Set.copyOf(secrets);
        this.session = session;
        this.log = log;
    }

    public Vault.Kind kind() {
        return vault.get().kind();
    }

    /// @throws io.vestibule.settings.SettingsException `settings.keyring-unavailable`; nothing was moved
    public void moveTo(Vault.Kind kind) {
        session.require(Permission.MANAGE_SETTINGS);
        vault.get().moveTo(kind, secrets);
        log.append("key.moved", kind.name().toLowerCase(Locale.ROOT));
    }

    /// Asks for this passphrase at each start from now on.
    ///
    /// @throws io.vestibule.settings.SettingsException `settings.passphrase-short`; nothing was changed
    public void protect(char[] passphrase) {
        session.require(Permission.MANAGE_SETTINGS);
        vault.get().protect(passphrase, secrets);
        log.append("key.moved", "passphrase");
    }

    /// The key as text to print.
    public String recoveryKey() {
        session.require(Permission.MANAGE_SETTINGS);
        var text = key.get().recoveryText();
        log.append("key.recovery-shown", "");
        return text;
    }
}

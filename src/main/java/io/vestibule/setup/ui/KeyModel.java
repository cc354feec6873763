package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.settings.MovableVault;
import io.vestibule.settings.Vault;
import io.vestibule.setup.KeyFlow;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Where the key is stored, the commands that move it, and the recovery key while it is shown.
public final class KeyModel extends SettingsCardModel {

    private static final int MIN_LENGTH = MovableVault.MIN_PASSPHRASE;

    private final KeyFlow flow;
    private final ReadOnlyObjectWrapper<Vault.Kind> kind = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper recoveryKey = new ReadOnlyStringWrapper("");

    public KeyModel(KeyFlow flow, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.flow = flow;
        this.kind.set(flow.kind());
    }

    @Override
    public void refresh() {
        super.refresh();
        kind.set(flow.kind());
        recoveryKey.set("");
    }

    ReadOnlyObjectProperty<Vault.Kind> kind() {
        return kind.getReadOnlyProperty();
    }

    /// Empty while it is not shown.
    ReadOnlyStringProperty recoveryKey() {
        return recoveryKey.getReadOnlyProperty();
    }

    void moveTo(Vault.Kind target) {
        save(
                () -> {
                    flow.moveTo(target);
                    return flow.kind();
                },
                kind::set);
    }

    /// What prevents this passphrase from being used.
    Optional<String> problemOf(String passphrase, String again) {
        if (passphrase.length() < MIN_LENGTH) {
            return Optional.of(strings().text("setup.key.passphrase-short", MIN_LENGTH));
        }
        return passphrase.equals(again)
                ? Optional.empty()
                : Optional.of(strings().text("setup.key.passphrase-differs"));
    }

    void protect(String passphrase) {
        var characters = passphrase.toCharArray();
        save(
                () -> {
                    flow.protect(characters);
                    Arrays.fill(characters, ' ');
                    return flow.kind();
                },
                kind::set);
    }

    void showRecoveryKey() {
        save(flow::recoveryKey, text -> {
            saved().set(false);
            recoveryKey.set(text);
        });
    }

    void hideRecoveryKey() {
        recoveryKey.set("");
    }
}

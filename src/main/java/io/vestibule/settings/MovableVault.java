package io.vestibule.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The vault of a data folder, whose secrets can be moved to another place while it is in use.
public final class MovableVault implements Vault {

    /// Characters of the shortest passphrase.
    public static final int MIN_PASSPHRASE = PassphraseVault.MIN_LENGTH;

    /// Parts of a move, for tests that end it in between.
    enum Step {
        CREATED,
        COPIED,
        RECORDED,
        DELETED
    }

    private final DataFolder folder;
    private final Keyring.Source source;
    private final Consumer<Step> steps;
    private Vault current;

    MovableVault(DataFolder folder, Vault current, Keyring.Source source, Consumer<Step> steps) {
        this.folder = folder;
        this.current = current;
        this.source = source;
        this.steps = steps;
    }

    @Override
    public synchronized Kind kind() {
        return current.kind();
    }

    @Override
    public synchronized Optional<char[]> read(String name) {
        return current.read(name);
    }

    @Override
    public synchronized void write(String name, char[] secret) {
        current.write(name, secret);
    }

    @Override
    public synchronized void delete(String name) {
        current.delete(name);
    }

    /// Moves the secrets to the keyring or to the file. At every moment, also after a crash, the place that is
    /// recorded has all of them: they are written to the new place and read back, then the new place is recorded,
    /// then they are deleted from the old one. What a crash leaves in the old place is deleted by
    /// [VaultSelector#tidy].
    ///
    /// @param names of the secrets besides the master key
    /// @throws SettingsException `settings.keyring-unavailable` if there is no keyring; nothing was moved
    public synchronized void moveTo(Kind kind, Set<String> names) {
        if (kind == Kind.PASSPHRASE) {
            throw new IllegalArgumentException("A passphrase is needed");
        }
        if (kind != current.kind()) {
            move(VaultSelector.open(folder, record(), kind, source), names);
        }
    }

    /// Moves the secrets to a file that can be opened with this passphrase only, or changes the passphrase.
    ///
    /// @param names of the secrets besides the master key
    /// @throws SettingsException `settings.passphrase-short`; nothing was changed
    public synchronized void protect(char[] passphrase, Set<String> names) {
        if (current instanceof PassphraseVault known) {
            known.changePassphrase(passphrase);
        } else {
            move(PassphraseVault.create(VaultSelector.lockedFile(folder), passphrase), names);
        }
    }

    private VaultRecord record() {
        return VaultRecord.read(folder).orElseThrow(() -> new SettingsException(new SettingsFailure.KeyMissing()));
    }

    private void move(Vault target, Set<String> names) {
        steps.accept(Step.CREATED);
        copy(MasterKey.NAME, target);
        names.forEach(name -> copy(name, target));
        steps.accept(Step.COPIED);
        record().withKind(target.kind()).write(folder);
        var old = current;
        current = target;
        steps.accept(Step.RECORDED);
        names.forEach(old::delete);
        old.delete(MasterKey.NAME);
        steps.accept(Step.DELETED);
        VaultSelector.tidy(folder, target.kind());
    }

    private void copy(String name, Vault target) {
        var secret = current.read(name);
        if (secret.isEmpty()) {
            target.delete(name);
            return;
        }
        target.write(name, secret.get());
        boolean same = target.read(name)
                .filter(read -> Arrays.equals(read, secret.get()))
                .isPresent();
        Arrays.fill(secret.get(), ' ');
        if (!same) {
            throw new SettingsException(new SettingsFailure.KeyringUnavailable());
        }
    }
}

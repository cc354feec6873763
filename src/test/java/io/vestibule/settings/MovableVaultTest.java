package io.vestibule.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Moving the key between file, keyring and passphrase.
class MovableVaultTest {

    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();
    private static final Set<String> NAMES = Set.of("vms-key", "camera.password");

    /// What a kill would end.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class DesktopKeyring implements Keyring {
        private final Map<String, String> secrets = new HashMap<>();
        private boolean there;

        @Override
        public @Nullable String read(String account) {
            return secrets.get(account);
        }

        @Override
        public void write(String account, String secret) {
            secrets.put(account, secret);
        }

        @Override
        public void delete(String account) {
            secrets.remove(account);
        }
    }

    @TempDir
    Path temp;

    private final DesktopKeyring desktop = new DesktopKeyring();
    private final Keyring.Source source = () -> {
        if (!desktop.there) {
            throw new IOException("no keyring");
        }
        return desktop;
    };
    private Optional<char[]> typed = Optional.of(PASSPHRASE);
    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(temp.resolve("data"));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private MovableVault vault() {
        return vault(_ -> {});
    }

    private MovableVault vault(Consumer<MovableVault.Step> steps) {
        return VaultSelector.open(folder, () -> typed, source, steps);
    }

    private String key() {
        return MasterKey.open(folder, vault()).recoveryText();
    }

    private static void move(MovableVault vault, Vault.Kind kind) {
        if (kind == Vault.Kind.PASSPHRASE) {
            vault.protect(PASSPHRASE, NAMES);
        } else {
            vault.moveTo(kind, NAMES);
        }
    }

    /// What is beside the record, apart from it.
    private boolean exists(String file) {
        return Files.exists(folder.path().resolve(file));
    }

    private void assertOnlyIn(Vault.Kind kind, String key) {
        var vault = vault();
        assertThat(vault.kind()).isEqualTo(kind);
        assertThat(MasterKey.open(folder, vault).recoveryText()).isEqualTo(key);
        assertThat(vault.read("vms-key").map(String::new)).contains("secret of the VMS");
        assertThat(vault.read("camera.password")).isEmpty();
        assertThat(exists("vault.key")).isEqualTo(kind == Vault.Kind.FILE);
        assertThat(exists("vault.locked")).isEqualTo(kind == Vault.Kind.PASSPHRASE);
    }

    @ParameterizedTest
    @CsvSource({
        "FILE, KEYRING",
        "FILE, PASSPHRASE",
        "KEYRING, FILE",
        "KEYRING, PASSPHRASE",
        "PASSPHRASE, FILE",
        "PASSPHRASE, KEYRING"
    })
    void whereverAMoveIsCutOffTheKeyIsReadAndTheMoveCanBeRepeated(Vault.Kind from, Vault.Kind to) {
        var key = key();
        desktop.there = true;
        vault().write("vms-key", "secret of the VMS".toCharArray());
        for (var killed : MovableVault.Step.values()) {
            move(vault(), from);
            assertOnlyIn(from, key);
            assertThatExceptionOfType(Killed.class)
                    .isThrownBy(() -> move(
                            vault(step -> {
                                if (step == killed) {
                                    throw new Killed();
                                }
                            }),
                            to));
            assertOnlyIn(killed.compareTo(MovableVault.Step.RECORDED) < 0 ? from : to, key);
            move(vault(), to);
            assertOnlyIn(to, key);
        }
        assertThat(desktop.secrets.keySet())
                .allMatch(account -> to == Vault.Kind.KEYRING || !account.endsWith("master"));
    }

    @Test
    void theVaultInUseGoesOnAtTheNewPlace() {
        var key = key();
        desktop.there = true;
        var vault = vault();
        vault.moveTo(Vault.Kind.KEYRING, NAMES);
        vault.write("vms-key", "secret of the VMS".toCharArray());
        vault.moveTo(Vault.Kind.KEYRING, NAMES);
        assertOnlyIn(Vault.Kind.KEYRING, key);
    }

    @Test
    void withoutAKeyringNothingIsMoved() {
        var key = key();
        vault().write("vms-key", "secret of the VMS".toCharArray());
        assertFails(() -> vault().moveTo(Vault.Kind.KEYRING, NAMES), new SettingsFailure.KeyringUnavailable());
        assertOnlyIn(Vault.Kind.FILE, key);
    }

    @Test
    void aKeyringThatForgetsIsNotTrusted() {
        var key = key();
        vault().write("vms-key", "secret of the VMS".toCharArray());
        Keyring forgetful = new Keyring() {
            private String last = "";

            @Override
            public @Nullable String read(String account) {
                return account.endsWith("probe") ? last : null;
            }

            @Override
            public void write(String account, String secret) {
                last = secret;
            }

            @Override
            public void delete(String account) {}
        };
        var vault = VaultSelector.open(folder, Optional::empty, () -> forgetful, _ -> {});
        assertFails(() -> vault.moveTo(Vault.Kind.KEYRING, NAMES), new SettingsFailure.KeyringUnavailable());
        assertOnlyIn(Vault.Kind.FILE, key);
    }

    @Test
    void aWrongOrMissingPassphraseOpensAndChangesNothing() throws IOException {
        var key = key();
        vault().write("vms-key", "secret of the VMS".toCharArray());
        vault().protect(PASSPHRASE, NAMES);
        var file = folder.path().resolve("vault.locked");
        var before = Files.readAllBytes(file);
        typed = Optional.of("correct horse batterz".toCharArray());
        assertFails(this::vault, new SettingsFailure.PassphraseWrong());
        typed = Optional.of(new char[0]);
        assertFails(this::vault, new SettingsFailure.PassphraseWrong());
        typed = Optional.empty();
        assertFails(this::vault, new SettingsFailure.PassphraseNeeded());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.readString(file)).doesNotContain("secret of the VMS");
        typed = Optional.of(PASSPHRASE);
        assertOnlyIn(Vault.Kind.PASSPHRASE, key);
    }

    @Test
    void thePassphraseIsChangedAndTheOldOneOpensNothing() {
        var key = key();
        vault().write("vms-key", "secret of the VMS".toCharArray());
        vault().protect(PASSPHRASE, NAMES);
        vault().protect("a newer passphrase".toCharArray(), NAMES);
        assertFails(this::vault, new SettingsFailure.PassphraseWrong());
        typed = Optional.of("a newer passphrase".toCharArray());
        assertOnlyIn(Vault.Kind.PASSPHRASE, key);
        assertFails(() -> vault().protect("too short".toCharArray(), NAMES), new SettingsFailure.PassphraseShort(10));
        assertOnlyIn(Vault.Kind.PASSPHRASE, key);
    }

    @Test
    void anUmlautIsTheSameHoweverTheKeyboardWritesIt() {
        key();
        vault().protect("gr\u00fc\u00dfe aus k\u00f6ln".toCharArray(), NAMES);
        typed = Optional.of("gru\u0308\u00dfe aus ko\u0308ln".toCharArray());
        assertThat(vault().kind()).isEqualTo(Vault.Kind.PASSPHRASE);
    }

    @ParameterizedTest
    @EnumSource(Vault.Kind.class)
    void theRecoveryKeyReplacesALostPlace(Vault.Kind kind) throws IOException {
        var key = key();
        desktop.there = true;
        move(vault(), kind);
        desktop.secrets.clear();
        desktop.there = false;
        Files.deleteIfExists(folder.path().resolve("vault.key"));
        Files.deleteIfExists(folder.path().resolve("vault.locked"));
        MasterKey.recover(folder, key, _ -> false, source);
        assertThat(key()).isEqualTo(key);
        assertThat(vault().kind()).isEqualTo(Vault.Kind.FILE);
    }

    @Test
    void theRecoveryKeyOfAnotherFolderIsRefusedAndChangesNothing() throws IOException {
        var key = key();
        Files.createFile(folder.path().resolve("records.mv.db"));
        var record = Files.readAllBytes(folder.path().resolve("vault.json"));
        var other = RecoveryKey.text(new byte[32]);
        assertFails(() -> MasterKey.recover(folder, other, _ -> true, source), new SettingsFailure.RecoveryKeyOther());
        assertThat(Files.readAllBytes(folder.path().resolve("vault.json"))).isEqualTo(record);
        assertThat(key()).isEqualTo(key);
    }

    @Test
    void withoutARecordTheDataDecidesWhetherTheKeyIsRight() throws IOException {
        var key = key();
        Files.createFile(folder.path().resolve("records.mv.db"));
        Files.delete(folder.path().resolve("vault.json"));
        Files.delete(folder.path().resolve("vault.key"));
        assertFails(() -> MasterKey.recover(folder, key, _ -> false, source), new SettingsFailure.RecoveryKeyOther());
        MasterKey.recover(folder, key, _ -> true, source);
        assertThat(key()).isEqualTo(key);
    }

    @Test
    void aFolderWithoutDataTakesTheKeyOfTheBackupThatIsRestoredIntoIt() {
        key();
        var other = RecoveryKey.text(new byte[32]);
        MasterKey.recover(folder, other, _ -> false, source);
        assertThat(key()).isEqualTo(other);
    }

    private static void assertFails(Runnable action, SettingsFailure failure) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(action::run)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}

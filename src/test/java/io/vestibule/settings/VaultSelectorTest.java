package io.vestibule.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VaultSelectorTest {

    /// The keyring of a desktop, which the test machine need not have.
    private static final class DesktopKeyring implements Keyring {
        private final Map<String, String> secrets = new HashMap<>();
        private boolean locked;

        @Override
        public @Nullable String read(String account) {
            return locked ? null : secrets.get(account);
        }

        @Override
        public void write(String account, String secret) throws IOException {
            if (locked) {
                throw new IOException("locked");
            }
            secrets.put(account, secret);
        }

        @Override
        public void delete(String account) {
            secrets.remove(account);
        }
    }

    private static final Keyring.Source NONE = () -> {
        throw new IOException("no keyring");
    };

    @TempDir
    Path temp;

    private final DesktopKeyring desktop = new DesktopKeyring();
    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(temp.resolve("data"));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void withoutAKeyringTheKeyIsInAnOwnerOnlyFileAndSurvivesReopening() throws IOException {
        byte[] first = database(NONE);

        assertThat(database(NONE)).isEqualTo(first).hasSize(32);
        assertThat(VaultSelector.open(folder, NONE).kind()).isEqualTo(Vault.Kind.FILE);
        Path file = folder.path().resolve("vault.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyringIsPreferredAndThenTheFolderContainsNoSecret() throws IOException {
        byte[] first = database(() -> desktop);

        assertThat(database(() -> desktop)).isEqualTo(first);
        assertThat(VaultSelector.open(folder, () -> desktop).kind()).isEqualTo(Vault.Kind.KEYRING);
        assertThat(folder.path().resolve("vault.key")).doesNotExist();
        assertThat(desktop.secrets).hasSize(1);
        String secret = desktop.secrets.values().iterator().next();
        assertThat(Files.readString(folder.path().resolve("vault.json"))).doesNotContain(secret);
    }

    @Test
    void aKeyInTheFileIsStillFoundWhenAKeyringAppearsLater() {
        byte[] first = database(NONE);

        assertThat(database(() -> desktop)).isEqualTo(first);
        assertThat(desktop.secrets).isEmpty();
    }

    @Test
    void theKeyOfAMissingKeyringIsNeverReplaced() {
        byte[] first = database(() -> desktop);

        assertFails(NONE, new SettingsFailure.KeyringUnavailable());
        assertThat(folder.path().resolve("vault.key")).doesNotExist();
        assertThat(database(() -> desktop)).isEqualTo(first);
    }

    @Test
    void theKeyOfALockedKeyringIsNeverReplaced() {
        byte[] first = database(() -> desktop);
        desktop.locked = true;

        assertFails(() -> desktop, new SettingsFailure.KeyringUnavailable());

        desktop.locked = false;
        assertThat(database(() -> desktop)).isEqualTo(first);
    }

    @Test
    void aKeyMissingFromTheVaultIsNotGeneratedAgain() throws IOException {
        database(NONE);
        Files.delete(folder.path().resolve("vault.key"));

        assertFails(NONE, new SettingsFailure.KeyMissing());
        assertThat(folder.path().resolve("vault.key")).doesNotExist();
    }

    @Test
    void anotherKeyIsRefused() {
        database(NONE);
        VaultSelector.open(folder, NONE)
                .write(MasterKey.NAME, "A".repeat(43).concat("=").toCharArray());

        assertFails(NONE, new SettingsFailure.KeyMissing());
    }

    @Test
    void aDamagedKeyFileIsNotReplaced() throws IOException {
        database(NONE);
        Path file = Files.writeString(folder.path().resolve("vault.key"), "{");

        assertFails(NONE, new SettingsFailure.KeyMissing());
        assertThat(file).hasContent("{");
    }

    @Test
    void aDamagedRecordIsNotGuessed() throws IOException {
        database(() -> desktop);
        Files.writeString(folder.path().resolve("vault.json"), "{\"kind\": \"DRAWER\"}");

        assertFails(() -> desktop, new SettingsFailure.KeyMissing());
    }

    @Test
    void aLostRecordBesideADatabaseDoesNotLeadToANewKey() throws IOException {
        database(() -> desktop);
        Files.writeString(folder.path().resolve("vestibule.mv.db"), "encrypted");
        Files.delete(folder.path().resolve("vault.json"));

        assertFails(() -> desktop, new SettingsFailure.KeyMissing());
        assertThat(folder.path().resolve("vault.json")).doesNotExist();
    }

    @Test
    void aLostRecordBesideAKeyFileIsRestored() throws IOException {
        byte[] first = database(NONE);
        Files.delete(folder.path().resolve("vault.json"));

        assertThat(database(() -> desktop)).isEqualTo(first);
    }

    @Test
    void aCrashBetweenRecordAndKeyIsRecoveredAtTheNextStart() {
        VaultSelector.open(folder, NONE);

        assertThat(database(NONE)).isEqualTo(database(NONE));
    }

    @Test
    void twoFoldersOnOneKeyringHaveTheirOwnKeys() {
        byte[] first = database(() -> desktop);
        try (DataFolder other = DataFolder.open(temp.resolve("other"))) {
            byte[] second = MasterKey.open(other, VaultSelector.open(other, () -> desktop))
                    .derive("database");

            assertThat(second).isNotEqualTo(first);
        }
        assertThat(database(() -> desktop)).isEqualTo(first);
    }

    @Test
    void aKeyringThatNeverAnswersTimesOut() {
        CountDownLatch never = new CountDownLatch(1);
        Keyring.Source silent = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return desktop;
        };

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> KeyringVault.open(silent, "id", Duration.ofMillis(20)))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new SettingsFailure.KeyringUnavailable()));
    }

    @Test
    void aKeyringThatStoresNothingIsNotUsed() {
        Keyring.Source forgetful = () -> new Keyring() {
            @Override
            public @Nullable String read(String account) {
                return null;
            }

            @Override
            public void write(String account, String secret) {}

            @Override
            public void delete(String account) {}
        };

        assertThat(VaultSelector.open(folder, forgetful).kind()).isEqualTo(Vault.Kind.FILE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutAKeyringTheFileVaultIsSelected() {
        // Surefire disables the session bus, so this is the real library on a machine without a keyring.
        assertThat(VaultSelector.open(folder).kind()).isEqualTo(Vault.Kind.FILE);
    }

    @Test
    void eachPurposeHasItsOwnKeyAndPasswordsContainNoSpace() {
        MasterKey key = MasterKey.open(folder, VaultSelector.open(folder, NONE));

        assertThat(key.derive("database")).isNotEqualTo(key.derive("bucket")).isEqualTo(key.derive("database"));
        assertThat(new String(key.databasePassword("database"))).matches("[0-9a-f]{64}");
    }

    @Test
    void secretsOfTheFileVaultCanBeDeleted() {
        Vault vault = VaultSelector.open(folder, NONE);
        vault.write("vms", "grüße".toCharArray());
        assertThat(vault.read("vms").map(String::new)).contains("grüße");

        vault.delete("vms");
        vault.delete("vms");

        assertThat(vault.read("vms")).isEmpty();
    }

    private byte[] database(Keyring.Source keyrings) {
        return MasterKey.open(folder, VaultSelector.open(folder, keyrings)).derive("database");
    }

    private void assertFails(Keyring.Source keyrings, SettingsFailure failure) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> database(keyrings))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}

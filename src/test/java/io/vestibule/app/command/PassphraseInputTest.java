package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.Terminal;
import io.vestibule.app.command.Arguments.StandardInput;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.settings.Vault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The passphrase and the recovery key on the command line.
class PassphraseInputTest {

    private static final String PASSPHRASE = "grüße aus köln";

    @TempDir
    Path folder;

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments words(Path data, String... words) throws Arguments.UsageException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return Arguments.of(all);
    }

    @Test
    void itIsTheFirstLineOfTheInputOrOfTheFileThatTheEnvironmentNames() throws Exception {
        var file = Files.writeString(folder.resolve("given"), PASSPHRASE + "\nmore\n");
        assertThat(PassphraseInput.read(StandardInput.PASSPHRASE, input(PASSPHRASE + "\r\nx"), Map.of())
                        .passphrase())
                .hasValueSatisfying(given -> assertThat(new String(given)).isEqualTo(PASSPHRASE));
        assertThat(PassphraseInput.read(
                                StandardInput.UNUSED, input(""), Map.of("VESTIBULE_PASSPHRASE_FILE", file.toString()))
                        .passphrase())
                .hasValueSatisfying(given -> assertThat(new String(given)).isEqualTo(PASSPHRASE));
        assertThat(PassphraseInput.read(StandardInput.UNUSED, input("x"), Map.of())
                        .passphrase())
                .isEmpty();
        assertThat(words(folder, "backup", "--passphrase-stdin").input()).isEqualTo(StandardInput.PASSPHRASE);
    }

    @Test
    void aBackupNeedsThePassphraseAndAWrongOneChangesNothing() throws Exception {
        var data = folder.resolve("data");
        String recoveryKey;
        try (var application = TestApplication.furnished(data)) {
            recoveryKey = application.setup().key().recoveryKey();
            application.setup().key().protect(PASSPHRASE.toCharArray());
            assertThat(application.storage().vault().kind()).isEqualTo(Vault.Kind.PASSPHRASE);
        }
        var original = System.in;
        try {
            assertThat(RunBackup.backup(words(data, "backup"), new Terminal())).isEqualTo(CommandFailure.FAILED);
            System.setIn(input("something else\n"));
            assertThat(RunBackup.backup(words(data, "backup", "--passphrase-stdin"), new Terminal()))
                    .isEqualTo(CommandFailure.FAILED);
            System.setIn(input(PASSPHRASE + "\n"));
            assertThat(RunBackup.backup(words(data, "backup", "--passphrase-stdin"), new Terminal()))
                    .isZero();
            Path backup;
            try (var files = Files.list(data.resolve("backups"))) {
                backup = files.filter(file -> file.toString().endsWith(".backup"))
                        .findFirst()
                        .orElseThrow();
            }
            assertOpensElsewhere(backup, recoveryKey);
        } finally {
            System.setIn(original);
        }
    }

    /// As on another computer, with an empty data folder.
    private void assertOpensElsewhere(Path backup, String recoveryKey) throws Exception {
        var elsewhere = folder.resolve("elsewhere");
        var restore = new String[] {"restore", backup.toString(), "--recovery-key-stdin"};
        System.setIn(input(recoveryKey.replaceFirst("^.", "*") + "\n"));
        assertThat(RunBackup.restore(words(elsewhere, restore), new Terminal())).isEqualTo(CommandFailure.FAILED);
        System.setIn(input(recoveryKey.toLowerCase(java.util.Locale.ROOT).replace('-', ' ') + "\n"));
        assertThat(RunBackup.restore(words(elsewhere, restore), new Terminal())).isZero();
        try (var application = io.vestibule.app.wiring.Application.open(elsewhere)) {
            assertThat(application.storage().operators().list()).isNotEmpty();
            assertThat(application.storage().log().verify()).isEmpty();
            application.storage().operators().signInLast();
            application.storage().vault().moveTo(Vault.Kind.FILE, Set.of());
        }
    }
}

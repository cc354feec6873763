package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.Terminal;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backup and restore from the command line, with their exit codes.
class RunBackupTest {

    @TempDir
    Path folder;

    private Arguments words(String... words) throws Arguments.UsageException {
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Arguments.of(all);
    }

    @Test
    void theExitCodeSaysWhatBecameOfABackupAndARestore() throws Exception {
        var data = folder.resolve("data");
        var terminal = new Terminal();
        try (var _ = TestApplication.furnished(data)) {
            assertThat(RunBackup.backup(words("backup"), terminal)).isEqualTo(CommandFailure.IN_USE);
        }
        assertThat(RunBackup.backup(words("backup"), terminal)).isZero();
        Path backup;
        try (var files = Files.list(data.resolve("backups"))) {
            backup = files.filter(file -> file.toString().endsWith(".backup"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var application = Application.open(data)) {
            application.storage().operators().signInLast();
            application.storage().operators().add("Kim", Role.RECEPTION);
        }
        var broken = Files.write(
                folder.resolve("broken.backup"), java.util.Arrays.copyOf(Files.readAllBytes(backup), 10_000));
        assertThat(RunBackup.restore(words("restore", broken.toString()), terminal))
                .isEqualTo(CommandFailure.UNUSABLE);
        assertThat(operators(data)).as("nothing was changed").isEqualTo(2);
        assertThat(RunBackup.restore(words("restore", backup.toString()), terminal))
                .isZero();
        assertThat(operators(data)).isEqualTo(1);
    }

    private static int operators(Path data) {
        try (var application = Application.open(data)) {
            return application.storage().operators().list().size();
        }
    }
}

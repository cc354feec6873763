package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.Terminal;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The audit log from the command line, with the exit codes.
class RunAuditTest {

    @TempDir
    Path folder;

    private Arguments words(String... words) throws Arguments.UsageException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Arguments.of(all);
    }

    @Test
    void theExitCodeSaysWhetherTheLogIsIntact() throws Exception {
        var data = folder.resolve("data");
        var terminal = new Terminal();
        var file = folder.resolve("log.json");
        try (var _ = TestApplication.furnished(data)) {
            assertThat(RunAudit.verify(words("audit", "verify"), terminal)).isEqualTo(CommandFailure.IN_USE);
        }
        assertThat(RunAudit.verify(words("audit", "verify"), terminal)).isZero();
        assertThat(RunAudit.export(words("audit", "export", file.toString()), terminal))
                .isZero();
        assertThat(Files.readString(file)).contains("\"audit.verified\"").contains("\"audit.exported\"");
        try (var application = Application.open(data)) {
            application
                    .storage()
                    .database()
                    .with(handle -> handle.execute("update audit_entry set action = 'x' where place = 1"));
        }
        assertThat(RunAudit.verify(words("audit", "verify"), terminal)).isEqualTo(CommandFailure.UNUSABLE);
        assertThat(RunAudit.export(
                        words("audit", "export", folder.resolve("gone/log.csv").toString()), terminal))
                .isEqualTo(CommandFailure.FAILED);
    }
}

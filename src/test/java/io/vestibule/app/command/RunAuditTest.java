package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.Terminal;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.people.change.ErasureCheck;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.people.change.ErasurePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    @Test
    void aReceiptIsValidWhereItWasSignedUntilItIsChanged() throws Exception {
        var terminal = new Terminal();
        var file = folder.resolve("receipt.json");
        try (var application = TestApplication.furnished(folder.resolve("data"))) {
            var check = proven(application);
            application.privacy().receipts().write(check, file, _ -> {
                throw new AssertionError("this is not a PDF");
            });
        }
        assertThat(RunAudit.verifyReceipt(words("receipt", "verify", file.toString()), terminal))
                .isZero();
        Files.writeString(file, Files.readString(file).replace("acme-1", "acme-2"));
        assertThat(RunAudit.verifyReceipt(words("receipt", "verify", file.toString()), terminal))
                .isEqualTo(CommandFailure.UNUSABLE);
    }

    private static UUID proven(Application application) {
        var now = Instant.now();
        var id = UUID.randomUUID();
        var store = new ErasureCheckStore(application.storage().database());
        store.insert(
                new ErasureCheck(
                        id,
                        new CompanyId("acme-1"),
                        PersonId.mint(),
                        new ErasureCheck.Collection(UUID.randomUUID(), "collection", "engine"),
                        Optional.empty(),
                        now,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(ErasurePlace.USER, new ErasureCheck.Counts(1, Optional.empty()))),
                new ErasureCheck.Ids("user", List.of(), List.of()));
        store.saveFound(id, Map.of(ErasurePlace.USER, 0), now);
        store.setVerified(id, now);
        return id;
    }
}

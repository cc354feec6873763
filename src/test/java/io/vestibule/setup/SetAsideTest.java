package io.vestibule.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetAsideTest {

    private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatWasSetAsideIsDeletedAfterThePeriodAndNothingElse() throws Exception {
        var aside = folder.resolve("set-aside");
        for (var name : new String[] {
            "restore-20260301-095959-999", "20260301-095959-999", "restore-20260301-100001-000", "of-a-person"
        }) {
            Files.createDirectories(aside.resolve(name).resolve("photos"));
            Files.writeString(aside.resolve(name).resolve("photos").resolve("one"), "photo");
        }
        assertThat(new SetAside(folder).deleteOlder(Duration.ofDays(30), NOW)).isEqualTo(2);
        try (var left = Files.list(aside)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("restore-20260301-100001-000", "of-a-person");
        }
        assertThat(new SetAside(folder.resolve("missing")).deleteOlder(Duration.ofDays(30), NOW))
                .isZero();
    }

    @Test
    void whatWasDoneWithoutADatabaseIsPassedOnOnce() {
        var record = new RecoveryRecord(folder);
        record.add("recovery.started-anew-people");
        record.add("recovery.copy-used-faces");
        var log = new ArrayList<String>();
        new RecoveryRecord(folder).drain(log::add);
        new RecoveryRecord(folder).drain(log::add);
        assertThat(log).containsExactly("recovery.started-anew-people", "recovery.copy-used-faces");
    }
}

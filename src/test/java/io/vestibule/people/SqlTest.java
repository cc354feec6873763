package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void noTimeIsNullInTheTableAndEmptyAgain() {
        assertThat(Sql.utc(Optional.empty())).isNull();
        assertThat(Sql.instant(null)).isEmpty();
    }

    @Test
    void aTimeIsWrittenInUtcAndReadFromAnyOffset() {
        assertThat(Sql.utc(Optional.of(NOW))).isEqualTo(NOW.atOffset(ZoneOffset.UTC));
        assertThat(Sql.utc(NOW).getOffset()).isEqualTo(ZoneOffset.UTC);
        assertThat(Sql.instant(OffsetDateTime.parse("2026-03-01T12:00:00+02:00")))
                .contains(NOW);
    }
}

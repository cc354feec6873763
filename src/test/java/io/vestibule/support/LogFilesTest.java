package io.vestibule.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFilesTest {

    private static final Instant NOW = Instant.parse("2026-05-17T09:30:00Z");

    @TempDir
    private Path data;

    @AfterEach
    void quiet() {
        LogFiles.setLevel(LogLevel.WARNINGS);
    }

    @Test
    void eachStartHasItsFileThatOnlyItsOwnerReads() throws IOException {
        try (var _ = LogFiles.start(data, NOW, LogLevel.USUAL)) {
            LoggerFactory.getLogger("io.vestibule.test").info("step {} is done", 7);
        }
        var file = data.resolve("logs/vestibule-20260517-093000-000.log");
        assertThat(file).content().contains("INFO test step 7 is done");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theLevelIsSwitchedWhileRunningAndNeverForLibraries() throws IOException {
        try (var _ = LogFiles.start(data, NOW, LogLevel.USUAL)) {
            LoggerFactory.getLogger("io.vestibule.test").debug("before");
            LogFiles.setLevel(LogLevel.MORE);
            LoggerFactory.getLogger("io.vestibule.test").debug("after");
            LoggerFactory.getLogger("org.library").info("select name from person");
        }
        assertThat(Files.readString(LogFiles.list(data).getFirst()))
                .contains("after")
                .doesNotContain("before")
                .doesNotContain("select name");
    }

    @Test
    void anExceptionIsLoggedWithClassAndStackTraceAndNotItsMessage() throws IOException {
        try (var _ = LogFiles.start(data, NOW, LogLevel.USUAL)) {
            LoggerFactory.getLogger("io.vestibule.test").error("it failed", new IOException("/home/ana/Ana Kovac.jpg"));
        }
        assertThat(Files.readString(LogFiles.list(data).getFirst()))
                .contains("java.io.IOException")
                .contains("LogFilesTest")
                .doesNotContain("Ana");
    }

    @Test
    void logsFromATimeWhenTheClockWasAheadDoNotDisplaceTheLatest() throws IOException {
        for (int start = 0; start < 12; start++) {
            LogFiles.start(data, NOW.plus(Duration.ofDays(730)).plusSeconds(start), LogLevel.USUAL)
                    .close();
        }
        for (int start = 0; start < 3; start++) {
            LogFiles.start(data, NOW.plusSeconds(start), LogLevel.USUAL).close();
        }
        assertThat(LogFiles.list(data).stream().map(path -> path.getFileName().toString()))
                .hasSize(10)
                .contains(
                        "vestibule-20260517-093000-000.log",
                        "vestibule-20260517-093001-000.log",
                        "vestibule-20260517-093002-000.log");
    }

    @Test
    void theTenLatestStartsAreKept() throws IOException {
        for (int start = 0; start < 13; start++) {
            LogFiles.start(data, NOW.plusSeconds(start), LogLevel.USUAL).close();
        }
        assertThat(LogFiles.list(data)).hasSize(10);
        assertThat(LogFiles.list(data).getFirst().getFileName()).hasToString("vestibule-20260517-093012-000.log");
    }
}

package io.vestibule.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemUptimeTest {

    @TempDir
    Path folder;

    @Test
    void linuxTellsTheBootAndTheTimeSinceThen() throws Exception {
        var uptime = Files.writeString(folder.resolve("uptime"), "12345.67 23456.78\n");
        var boot = Files.writeString(folder.resolve("boot"), "0f5e3c3e-5f9b-4a3e\n");
        var system = new SystemUptime(uptime, boot);
        assertThat(system.bootId()).isEqualTo("0f5e3c3e-5f9b-4a3e");
        assertThat(system.sinceBoot()).isEqualTo(Duration.ofMillis(12_345_670));
    }

    @Test
    void anotherSystemTellsOnlyWhatPasses() {
        var system = new SystemUptime(folder.resolve("none"), folder.resolve("none"));
        assertThat(system.bootId()).isEmpty();
        var before = system.sinceBoot();
        assertThat(system.sinceBoot()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void thisComputerGoesForward() {
        var system = new SystemUptime();
        var before = system.sinceBoot();
        assertThat(system.sinceBoot()).isGreaterThanOrEqualTo(before);
    }
}

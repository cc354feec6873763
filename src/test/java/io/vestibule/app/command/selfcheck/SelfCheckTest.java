package io.vestibule.app.command.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.local.vms.LocalVms;
import io.vestibule.local.vms.LocalVmsSettings;
import io.vestibule.settings.SettingsException;
import io.vestibule.settings.SettingsFailure;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.http.HttpVmsClient;
import io.vestibule.vms.http.Timeouts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checks one by one. That all of them pass is tested on the packaged program, where something may be missing.
class SelfCheckTest {

    @TempDir
    Path folder;

    @Test
    void continuesAfterAFailureReportsItAndFails() {
        var lines = new ArrayList<String>();
        var selfCheckReport = new SelfCheckReport(lines::add);
        selfCheckReport.check("first", () -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        selfCheckReport.check("second", () -> {
            throw new SettingsException(new SettingsFailure.KeyMissing());
        });
        selfCheckReport.check("third", () -> "seen");

        assertThat(selfCheckReport.finish()).isFalse();
        assertThat(lines.get(0)).startsWith("FAILED").contains("first", "UnsatisfiedLinkError", "no such library");
        assertThat(lines.get(1)).startsWith("FAILED").contains("second", "settings.key-missing");
        assertThat(lines.get(2)).startsWith("ok").contains("third", "seen");
        assertThat(lines.get(3)).isEqualTo("2 of 3 checks failed.");
    }

    @Test
    void countsWhatIsLockedAndRefusesValuesThatCannotBeUsed() throws Exception {
        var machine = folder.resolve("machine.json");
        var config = folder.resolve("config.json");
        Files.writeString(machine, "{\"app.theme\": \"DARK\"}");
        Files.writeString(config, "{\"enrol.search\": 85}");
        assertThat(SettingsCheck.read(List.of(machine, config))).endsWith("2 locked");

        Files.writeString(config, "{\"enrol.search\": 7}");
        assertThatThrownBy(() -> SettingsCheck.read(List.of(machine, config)))
                .isInstanceOf(SelfCheckReport.CheckFailedException.class)
                .hasMessageContaining("enrol.search");
    }

    @Test
    void sendsARuleToTheEmbeddedVmsAndLeavesNoneBehind() {
        try (var vms = LocalVms.open(folder, "key".toCharArray(), LocalVmsSettings.DEFAULT);
                var client = client(vms, vms.account().licenceKey())) {
            var before = client.ruleIds();
            assertThat(VmsCheck.roundTrip(client)).contains("127.0.0.1");
            assertThat(client.ruleIds()).isEqualTo(before);
        }
    }

    @Test
    void failsWhereTheVmsRefuses() {
        try (var vms = LocalVms.open(folder, "key".toCharArray(), LocalVmsSettings.DEFAULT);
                var client = client(vms, "another")) {
            assertThatThrownBy(() -> VmsCheck.roundTrip(client)).isInstanceOf(VmsException.class);
        }
    }

    @Test
    void writesADateInTheLanguagesOfTheProgram() {
        assertThat(DateCheck.everyLanguage()).contains("en May 17, 2026", "de 17. Mai 2026");
    }

    private static HttpVmsClient client(LocalVms vms, String key) {
        var connection = new VmsConnection(VmsAddress.parse(vms.address().toString()), LicenceKey.of(key));
        return new HttpVmsClient(connection, Timeouts.DEFAULT, Clock.systemUTC());
    }
}

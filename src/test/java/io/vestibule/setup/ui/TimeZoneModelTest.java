package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.week.ZoneReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The time zone of the company, and how hours are read.
class TimeZoneModelTest {

    @TempDir
    private Path folder;

    private SetupFixture fixture;
    private TimeZoneModel model;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
        fixture.signIn(Role.ADMINISTRATOR);
        model = new TimeZoneModel(fixture.settingsFlow, fixture.session, fixture.context());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ZoneReading other() {
        return Stream.of(ZoneReading.values())
                .filter(reading -> reading != model.reading())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void zonesArePlacesAndUtcWithThisMachineFirst() {
        assertThat(TimeZoneModel.zones()).first().isEqualTo("");
        assertThat(TimeZoneModel.zones())
                .contains("UTC", "Europe/Berlin", "America/New_York")
                .doesNotContain("EST", "CET", "Etc/GMT+5", "GMT")
                .doesNotHaveDuplicates();
        assertThat(TimeZoneModel.zones().subList(1, TimeZoneModel.zones().size()))
                .isSorted()
                .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
    }

    @Test
    void anotherZoneIsKeptAndTheSameIsNotSavedAgain() {
        model.chooseZone(model.zone());
        assertThat(model.saved().get()).isFalse();
        model.chooseZone("Europe/Berlin");
        assertThat(model.saved().get()).isTrue();
        assertThat(fixture.settings.get(RuleKeys.ZONE)).isEqualTo("Europe/Berlin");
        assertThat(model.zone()).isEqualTo("Europe/Berlin");
        model.chooseZone("");
        assertThat(model.zone()).isEmpty();
    }

    @Test
    void whatIsNoZoneIsNotKept() {
        model.chooseZone("Mars/Base");
        assertThat(model.zone()).isEmpty();
        assertThat(model.problem().get()).isNotBlank();
    }

    @Test
    void anotherReadingIsKeptAndTheSameIsNotSavedAgain() {
        model.chooseReading(model.reading());
        assertThat(model.saved().get()).isFalse();
        var other = other();
        model.chooseReading(other);
        assertThat(model.saved().get()).isTrue();
        assertThat(fixture.settings.get(RuleKeys.READING)).isEqualTo(other);
    }

    @Test
    void whatTheMachineFixesCannotBeChosen() throws Exception {
        var fixed = Files.createDirectory(folder.resolve("fixed"));
        Files.writeString(fixed.resolve("machine.json"), "{\"%s\": \"UTC\"}".formatted(RuleKeys.ZONE.key()));
        try (var machine = new SetupFixture(fixed)) {
            var locked = new TimeZoneModel(machine.settingsFlow, machine.session, machine.context());
            assertThat(locked.isZoneLocked()).isTrue();
            assertThat(locked.isReadingLocked()).isFalse();
            locked.chooseZone("Europe/Berlin");
            assertThat(locked.zone()).isEqualTo("UTC");
            assertThat(locked.problem().get()).isNotBlank();
        }
        assertThat(model.isZoneLocked()).isFalse();
    }

    @Test
    void nobodyButAnAdministratorChoosesAndTheLogSaysWho() {
        model.chooseZone("Europe/Berlin");
        fixture.changeRole(Role.RECEPTION);
        var before = model.reading();
        model.chooseZone("UTC");
        model.chooseReading(other());
        assertThat(model.zone()).isEqualTo("Europe/Berlin");
        assertThat(model.reading()).isEqualTo(before);
        assertThat(model.problem().get()).isNotBlank();
        assertThat(fixture.settingsChanged()).containsExactly(RuleKeys.ZONE.key());
    }
}

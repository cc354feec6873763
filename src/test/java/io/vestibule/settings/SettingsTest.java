package io.vestibule.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Setting<Integer> SIZE = Setting.integer("sample.size", 112, 40, 1_000, "px");
    private static final Setting<Double> THRESHOLD = Setting.decimal("sample.threshold", 80, 0, 100, "%");
    private static final Setting<String> NAME = Setting.text("sample.name", "");
    private static final Setting<Boolean> SHOWN = Setting.flag("sample.shown", true);
    private static final Setting<List<String>> SITES = Setting.texts("sample.sites");
    private static final Setting<Thread.State> STATE = Setting.choice("sample.state", Thread.State.NEW);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;
    private Path machine;

    @BeforeEach
    void name() {
        file = folder.resolve("settings.json");
        machine = folder.resolve("machine.json");
    }

    @Test
    void everyKindOfValueSurvivesReopening() {
        Settings settings = open();
        settings.set(SIZE, 200);
        settings.set(THRESHOLD, 99.5);
        settings.set(NAME, "Zürich \"Süd\"");
        settings.set(SHOWN, false);
        settings.set(SITES, List.of("one", "two"));
        settings.set(STATE, Thread.State.BLOCKED);

        Settings again = open();

        assertThat(again.get(SIZE)).isEqualTo(200);
        assertThat(again.get(THRESHOLD)).isEqualTo(99.5);
        assertThat(again.get(NAME)).isEqualTo("Zürich \"Süd\"");
        assertThat(again.get(SHOWN)).isFalse();
        assertThat(again.get(SITES)).containsExactly("one", "two");
        assertThat(again.get(STATE)).isEqualTo(Thread.State.BLOCKED);
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void withoutAValueTheDefaultAppliesAndThereIsNoFile() {
        assertThat(open().get(SIZE)).isEqualTo(112);
        assertThat(file).doesNotExist();
    }

    @Test
    void valuesOfAnotherTypeOrOutOfRangeAreIgnoredAndReported() throws IOException {
        Files.writeString(file, """
                {"sample.size": 5000, "sample.threshold": "high", "sample.shown": "yes", "sample.sites": [1],
                 "sample.state": "ASLEEP", "sample.name": 7}""");
        Settings settings = open();

        assertThat(settings.get(SIZE)).isEqualTo(112);
        assertThat(settings.get(THRESHOLD)).isEqualTo(80);
        assertThat(settings.get(SHOWN)).isTrue();
        assertThat(settings.get(SITES)).isEmpty();
        assertThat(settings.get(STATE)).isEqualTo(Thread.State.NEW);
        assertThat(settings.get(NAME)).isEmpty();
        assertThat(settings.problems())
                .extracting(Problem::code)
                .containsOnly("settings.value-ignored")
                .hasSize(6);
        assertThat(settings.problems())
                .flatExtracting(Problem::args)
                .containsExactlyInAnyOrder(
                        "sample.size",
                        "sample.threshold",
                        "sample.shown",
                        "sample.sites",
                        "sample.state",
                        "sample.name");
    }

    @Test
    void aFractionIsNoWholeNumber() throws IOException {
        Files.writeString(file, "{\"sample.size\": 200.5}");

        assertThat(open().get(SIZE)).isEqualTo(112);
    }

    @Test
    void settingAnIgnoredValueAgainClearsItsProblem() throws IOException {
        Files.writeString(file, "{\"sample.size\": 5000}");
        Settings settings = open();
        assertThat(settings.get(SIZE)).isEqualTo(112);

        settings.set(SIZE, 300);

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.get(SIZE)).isEqualTo(300);
    }

    @Test
    void aValueOutOfRangeIsRefusedAndNothingChanges() {
        Settings settings = open();
        settings.set(SIZE, 200);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> settings.set(SIZE, 39))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.of("settings.out-of-range", "sample.size")));
        assertThat(open().get(SIZE)).isEqualTo(200);
    }

    @Test
    void theMachinesValueWinsAndIsLocked() throws IOException {
        open().set(SIZE, 200);
        Files.writeString(machine, "{\"sample.size\": 64}");
        Settings settings = open();

        assertThat(settings.get(SIZE)).isEqualTo(64);
        assertThat(settings.isLocked(SIZE)).isTrue();
        assertThat(settings.isLocked(NAME)).isFalse();
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> settings.set(SIZE, 300))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new SettingsFailure.Locked("sample.size")));

        Files.delete(machine);
        assertThat(open().get(SIZE)).isEqualTo(200);
    }

    @Test
    void aMachineValueOutOfRangeStaysLockedAtTheDefault() throws IOException {
        open().set(SIZE, 200);
        Files.writeString(machine, "{\"sample.size\": 1}");
        Settings settings = open();

        assertThat(settings.get(SIZE)).isEqualTo(112);
        assertThat(settings.isLocked(SIZE)).isTrue();
    }

    @Test
    void anUnreadableMachineFileIsReportedAndNotChanged() throws IOException {
        Files.writeString(machine, "not json");
        Settings settings = open();

        assertThat(settings.problems()).containsExactly(Problem.of("settings.machine-unreadable"));
        assertThat(machine).hasContent("not json");
        assertThat(settings.get(SIZE)).isEqualTo(112);
    }

    @Test
    void aDamagedFileIsRenamedAndTheDefaultsApply() throws IOException {
        Files.writeString(file, "{\"sample.size\": 2");
        Settings settings = open();

        assertThat(settings.problems()).containsExactly(Problem.of("settings.damaged"));
        assertThat(settings.get(SIZE)).isEqualTo(112);
        assertThat(folder.resolve("settings.json.damaged-20261121-120000-000")).hasContent("{\"sample.size\": 2");
        settings.set(SIZE, 300);
        assertThat(open().get(SIZE)).isEqualTo(300);
    }

    @Test
    void forADamagedEmptyOrMissingFileTheLastReadableSettingsApply() throws IOException {
        open().set(SIZE, 200);
        for (var damage : List.of("", "{\"sample.size\": 2", "[]", "{} {}")) {
            Files.writeString(file, damage);
            Settings settings = open();

            assertThat(settings.get(SIZE)).isEqualTo(200);
            assertThat(settings.isUncertain(SIZE)).isFalse();
            assertThat(settings.isUncertain(NAME)).isFalse();
            assertThat(settings.problems()).containsExactly(Problem.of("settings.restored"));
            assertThat(open().problems()).isEmpty();
        }
        Files.delete(file);
        assertThat(open().get(SIZE)).isEqualTo(200);
    }

    @Test
    void aFileThatWasChangedByHandIsTheLastReadableOneFromTheNextStart() throws IOException {
        open().set(SIZE, 200);
        Files.writeString(file, "{\"sample.size\": 210}");
        assertThat(open().get(SIZE)).isEqualTo(210);
        Files.writeString(file, "{");

        assertThat(open().get(SIZE)).isEqualTo(210);
    }

    @Test
    void aChoiceThatIsLostIsUncertainUntilItIsMadeAgain() throws IOException {
        Files.writeString(file, "{\"sample.size\": 2");

        assertThat(open().isUncertain(SIZE)).isTrue();
        Settings later = open();
        assertThat(later.isUncertain(SIZE)).isTrue();
        later.set(SIZE, SIZE.defaultValue());

        assertThat(later.isUncertain(SIZE)).isFalse();
        assertThat(open().isUncertain(SIZE)).isFalse();
        assertThat(open().isUncertain(NAME)).isTrue();
    }

    @Test
    void aValueThatIsInvalidIsUncertain() throws IOException {
        Files.writeString(file, "{\"sample.size\": 5000}");
        Files.writeString(machine, "{\"sample.shown\": \"yes\"}");
        Settings settings = open();

        assertThat(settings.isUncertain(SIZE)).isTrue();
        assertThat(settings.isUncertain(SHOWN)).isTrue();
        assertThat(settings.isUncertain(NAME)).isFalse();
    }

    @Test
    void anUnreadableMachineFileLocksWhatItLockedBefore() throws IOException {
        Files.writeString(machine, "{\"sample.size\": 64}");
        assertThat(open().get(SIZE)).isEqualTo(64);
        Files.writeString(machine, "{");
        Settings settings = open();

        assertThat(settings.get(SIZE)).isEqualTo(64);
        assertThat(settings.isLocked(SIZE)).isTrue();
        assertThat(settings.isUncertain(NAME)).isFalse();
        assertThat(settings.problems()).containsExactly(Problem.of("settings.machine-unreadable"));
    }

    @Test
    void whatAnUnreadableMachineFileLocksIsUncertainWithoutACopy() throws IOException {
        Files.writeString(machine, "{");

        assertThat(open().isUncertain(NAME)).isTrue();
    }

    @Test
    void problemsAreToldWhenTheyAreFoundAndAcknowledged() throws IOException {
        Files.writeString(file, "{\"sample.size\": 5000}");
        Settings settings = open();
        List<List<Problem>> heard = new ArrayList<>();
        settings.onProblems(() -> heard.add(settings.problems()));
        var ignored = Problem.of("settings.value-ignored", "sample.size");

        settings.get(SIZE);
        settings.get(SIZE);
        settings.acknowledge(ignored);

        assertThat(heard).containsExactly(List.of(ignored), List.of());
    }

    @Test
    void unknownKeysStayInTheFile() throws IOException {
        Files.writeString(file, "{\"later.thing\": {\"deep\": [1, null]}, \"sample.name\": null}");

        open().set(SIZE, 300);

        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("{\"later.thing\":{\"deep\":[1,null]},\"sample.name\":null,\"sample.size\":300}");
    }

    @Test
    void theFileIsReadableOnlyByItsOwnerAndNoTemporaryFileIsLeft() throws IOException {
        open().set(SIZE, 300);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("settings-copy.json"))))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("settings.json", "settings-copy.json");
    }

    @Test
    void aFailedWriteChangesNothingAndNotifiesNoListener() throws IOException {
        Settings settings = open();
        settings.set(SIZE, 200);
        List<Setting<?>> heard = new ArrayList<>();
        settings.onChange(heard::add);
        Files.delete(file);
        Files.createDirectories(file.resolve("in-the-way"));

        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> settings.set(SIZE, 300));

        assertThat(settings.get(SIZE)).isEqualTo(200);
        assertThat(heard).isEmpty();
    }

    @Test
    void listenersAreNotifiedUntilTheyUnsubscribe() {
        Settings settings = open();
        List<Setting<?>> heard = new ArrayList<>();
        Subscription subscription = settings.onChange(heard::add);

        settings.set(SIZE, 200);
        subscription.close();
        subscription.close();
        settings.set(NAME, "after");

        assertThat(heard).containsExactly(SIZE);
    }

    @Test
    void ofTwoLockingFilesTheFirstWinsAndBothLock() throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(file, "{\"sample.size\": 70, \"sample.name\": \"mine\", \"sample.shown\": false}");
        Files.writeString(machine, "{\"sample.size\": 64}");
        Files.writeString(config, "{\"sample.size\": 65, \"sample.name\": \"theirs\"}");
        Settings settings = Settings.open(file, List.of(machine, config), NOON);

        assertThat(settings.get(SIZE)).isEqualTo(64);
        assertThat(settings.get(NAME)).isEqualTo("theirs");
        assertThat(settings.get(SHOWN)).isFalse();
        assertThat(List.of(settings.isLocked(SIZE), settings.isLocked(NAME), settings.isLocked(SHOWN)))
                .containsExactly(true, true, false);
    }

    private Settings open() {
        return Settings.open(file, machine, NOON);
    }
}

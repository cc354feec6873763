package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Crash recovery: the program is killed, not closed, and whatever it reported as saved exists afterwards and becomes
/// searchable.
class KillTest {

    @TempDir
    Path folder;

    /// @param saved number of people after which it is killed: while photos are being indexed, or between two commits
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40})
    void nothingThatWasSavedIsLost(int saved) throws Exception {
        var data = folder.resolve("data");
        var told = enrolUntilKilled(data, saved);
        try (var application = TestApplication.furnished(data)) {
            for (var person : told) {
                assertThat(application.storage().people().persons().find(person))
                        .isPresent();
            }
            for (var person : told.subList(0, Math.min(3, told.size()))) {
                TestApplication.await(application, person, State.SEARCHABLE);
                assertThat(application.storage().people().photos().findByPerson(person))
                        .hasSize(3);
            }
            assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                    .first()
                    .satisfies(
                            personMatch -> assertThat(personMatch.person().id()).isEqualTo(told.getFirst()));
            assertThat(application.storage().log().verify()).isEmpty();
        }
    }

    /// Killed while photos move, people are merged, removed and restored, and journal steps are still open:
    /// afterwards all steps complete, and there is no face without a record.
    @ParameterizedTest
    @ValueSource(ints = {3, 7, 12, 18})
    void changesAreBroughtToTheirEnd(int made) throws Exception {
        var data = folder.resolve("data");
        assertThat(untilKilled(PeopleChanger.class, data, made, "1" + made, "0"))
                .hasSize(made);
        var clock = new ShiftedClock();
        // The program that was killed may have moved its clock forward.
        clock.forward(Duration.ofMinutes(10));
        try (var application = TestApplication.furnished(data, clock, EngineSettings.DEFAULT)) {
            var consistencyCheck = new ConsistencyCheck(application, clock);
            consistencyCheck.settle();
            consistencyCheck.check();
        }
    }

    /// Whoever was being enrolled goes on with it after a removal or merge that was undone, also if the program ends
    /// at the very commit of the undo.
    @ParameterizedTest
    @ValueSource(strings = {"remove", "merge"})
    void anEnrolmentGoesOnThoughTheProgramEndsInItsUndo(String change) throws Exception {
        var data = folder.resolve("data");
        var told = untilKilled(UndoneAndGone.class, data, 2, change);
        assertThat(told).hasSize(1);
        var person = new PersonId(UUID.fromString(told.getFirst()));
        try (var application = TestApplication.furnished(data)) {
            TestApplication.await(application, person, State.SEARCHABLE);
            assertThat(application.storage().people().photos().findByPerson(person))
                    .hasSize(3);
        }
    }

    private static List<PersonId> enrolUntilKilled(Path data, int saved) throws Exception {
        var told = untilKilled(Enroller.class, data, saved);
        assertThat(told).hasSize(saved);
        return told.stream().map(line -> new PersonId(UUID.fromString(line))).toList();
    }

    /// @return what the program printed until then, `lines` lines
    static List<String> untilKilled(Class<?> program, Path data, int lines, String... more) throws Exception {
        return untilKilled(program, data, lines, () -> {}, more);
    }

    /// @param beforeKill run after the last line and before the kill
    static List<String> untilKilled(Class<?> program, Path data, int lines, Runnable beforeKill, String... more)
            throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // The program lives for seconds: code that is compiled for the long run would cost more than it saves.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                data.toString()));
        command.addAll(List.of(more));
        var running = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
            // A program that prints nothing more may run on, so this reads no line beyond the last one.
            while (told.size() < lines) {
                var line = out.readLine();
                if (line == null) {
                    break;
                }
                told.add(line);
            }
            beforeKill.run();
        } finally {
            running.destroyForcibly().waitFor();
        }
        return told;
    }
}

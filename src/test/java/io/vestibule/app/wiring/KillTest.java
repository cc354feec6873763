package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.Standing.State;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody pulls the plug: the program is killed, not closed, and whatever it told was saved is there afterwards and
/// goes on to be searchable.
class KillTest {

    @TempDir
    Path folder;

    /// @param saved after how many people told it is killed: while photos are being indexed, or between two commits
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40})
    void nothingThatWasSavedIsLost(int saved) throws Exception {
        var data = folder.resolve("data");
        var told = enrolUntilKilled(data, saved);
        try (var house = TestHouse.furnished(data)) {
            for (var person : told) {
                assertThat(house.cellar().people().persons().find(person)).isPresent();
            }
            for (var person : told.subList(0, Math.min(3, told.size()))) {
                TestHouse.await(house, person, State.SEARCHABLE);
                assertThat(house.cellar().people().photos().of(person)).hasSize(3);
            }
            assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                    .first()
                    .satisfies(match -> assertThat(match.person().id()).isEqualTo(told.getFirst()));
            assertThat(house.cellar().log().verify()).isEmpty();
        }
    }

    private static List<PersonId> enrolUntilKilled(Path data, int saved) throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Enroller.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new ArrayList<PersonId>();
        try (var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && told.size() < saved; line = lines.readLine()) {
                told.add(new PersonId(UUID.fromString(line)));
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(told).hasSize(saved);
        return told;
    }
}

package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.EnrolmentStatus.State;
import java.nio.file.Path;
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

    private static List<PersonId> enrolUntilKilled(Path data, int saved) throws Exception {
        var told = KilledProgram.untilKilled(Enroller.class, data, saved);
        assertThat(told).hasSize(saved);
        return told.stream().map(line -> new PersonId(UUID.fromString(line))).toList();
    }
}

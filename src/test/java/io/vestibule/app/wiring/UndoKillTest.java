package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.people.EnrolmentStatus.State;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Crash recovery: the program ends at the very commit of an undo.
class UndoKillTest {

    @TempDir
    Path folder;

    /// An enrolment goes on after a removal or merge that was undone, also if the program ends
    /// at the very commit of the undo.
    @ParameterizedTest
    @ValueSource(strings = {"remove", "merge"})
    void anEnrolmentGoesOnThoughTheProgramEndsInItsUndo(String change) throws Exception {
        var data = folder.resolve("data");
        var told = KilledProgram.untilKilled(UndoneAndGone.class, data, 2, change);
        assertThat(told).hasSize(1);
        var person = new PersonId(UUID.fromString(told.getFirst()));
        try (var application = TestApplication.furnished(data)) {
            TestApplication.await(application, person, State.SEARCHABLE);
            assertThat(application.storage().people().photos().findByPerson(person))
                    .hasSize(3);
        }
    }
}

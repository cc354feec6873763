package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.PhotoFileState;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Cause;
import io.vestibule.people.change.PhotoProblem.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Photo files that were lost, damaged or exchanged are found before somebody needs them.
class PhotoFilesTest extends RepairsFixture {

    private Path file(PhotoRecord photo) {
        return folder.resolve("data").resolve("photos").resolve(photo.key() + ".sealed");
    }

    private List<PhotoRecord> records(io.vestibule.base.PersonId person) {
        return application.storage().people().photos().findByPerson(person);
    }

    private List<PhotoProblem> badFiles(io.vestibule.base.PersonId person) {
        return application.enrol().repairs().problemsOf(person).stream()
                .filter(problem -> problem.cause() instanceof Cause.BadFile)
                .toList();
    }

    private static void flip(Path file, int at) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[at % bytes.length] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void everyKindOfDamageIsFoundAndTheProfileOffersToTakeThePhotoAgain() throws Exception {
        var ana = enrol("Ana", State.SEARCHABLE, anas);
        settled(ana);
        var photos = records(ana);
        application.dataCheck().run(false);
        assertThat(application.dataCheck().problem()).isEmpty();

        var kept = Files.readAllBytes(file(photos.get(0)));
        Files.delete(file(photos.get(0)));
        flip(file(photos.get(1)), 5_000);
        Files.write(file(photos.get(0)).resolveSibling("foreign.jpg.sealed"), new byte[100]);
        application.dataCheck().run(false);

        var problem = application.dataCheck().problem().orElseThrow();
        assertThat(problem.code()).isEqualTo("enrol.photo-files");
        assertThat(problem.args()).containsExactly("2");
        assertThat(application.dataCheck().counts())
                .containsEntry("photo files missing", "1")
                .containsEntry("photo files damaged", "1")
                .containsEntry("photo files of no photo", "1");
        assertThat(badFiles(ana))
                .extracting(PhotoProblem::cause)
                .containsExactly(new Cause.BadFile(PhotoFileState.MISSING), new Cause.BadFile(PhotoFileState.DAMAGED));
        assertThat(badFiles(ana).getFirst().remedies())
                .extracting(PhotoProblem.Remedy::repair)
                .containsExactly(Repair.RETAKE, Repair.REMOVE);

        // The right bytes under the name of another photo.
        Files.write(file(photos.get(1)), kept);
        application.dataCheck().run(false);
        assertThat(badFiles(ana)).hasSize(2);

        Files.write(file(photos.get(0)), kept);
        application.dataCheck().run(false);
        assertThat(badFiles(ana))
                .extracting(PhotoProblem::cause)
                .containsExactly(new Cause.BadFile(PhotoFileState.DAMAGED));
        Files.delete(file(photos.get(0)).resolveSibling("foreign.jpg.sealed"));
        application.enrol().repairs().repair(badFiles(ana).getFirst(), PhotoProblem.Remedy.of(Repair.REMOVE));
        application.dataCheck().run(false);
        assertThat(application.dataCheck().problem()).isEmpty();
    }

    @Test
    void aDamagedRowIsCountedByTheCheck() {
        var ana = enrol("Ana", State.SEARCHABLE, anas.subList(0, 1));
        settled(ana);
        // The stored status follows on a thread of its own; a row that is written while it is damaged stays damaged.
        TestApplication.await(
                application,
                () -> application.storage().people().persons().status(ana).equals(Optional.of(State.SEARCHABLE)));
        var database = application.storage().database();
        io.vestibule.fixture.RowDamage.execute(database, "person", "update person set note = 'changed'");
        application.dataCheck().run(false);
        assertThat(application.dataCheck().problem().orElseThrow().code()).isEqualTo("store.damaged-rows");
        assertThat(application.dataCheck().counts()).containsEntry("vestibule damaged rows of person", "1");
        io.vestibule.fixture.RowDamage.execute(database, "person", "update person set note = ''");
    }
}

package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.fixture.MovableClock;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A collection that was emptied or deleted behind the program's back: nobody counts as searchable, and
/// everybody can be enrolled again.
class LostCollectionTest {

    @TempDir
    private Path folder;

    private MovableClock clock;
    private Application application;
    private PersonId person;

    @BeforeEach
    void enrol() {
        clock = new MovableClock();
        application = TestApplication.furnished(folder, clock, EngineSettings.DEFAULT);
        person = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(application, person, State.SEARCHABLE);
        // The stored status follows on a thread of its own.
        TestApplication.await(application, () -> stored() == State.SEARCHABLE);
    }

    @AfterEach
    void close() {
        application.close();
    }

    private State stored() {
        return application.storage().people().persons().status(person).orElseThrow();
    }

    private void transfer() {
        assertThat(application.enrol().transfer().plan().people()).isEqualTo(1);
        assertThat(application.enrol().transfer().begin()).isEqualTo(1);
        TestApplication.await(application, person, State.SEARCHABLE);
        assertThat(application.enrol().collectionCheck().run()).isFalse();
    }

    @Test
    void anUntouchedCollectionIsNotLost() {
        clock.pass(Duration.ofHours(1));
        assertThat(application.enrol().collectionCheck().run()).isFalse();
        assertThat(stored()).isEqualTo(State.SEARCHABLE);
        assertThat(application.enrol().transfer().plan().people()).isZero();
    }

    @Test
    void anEmptiedCollectionIsNoticedAndFilledAgain() {
        var faces = TestApplication.service(application).faces();
        faces.deleteUser(
                TestApplication.COLLECTION,
                application
                        .storage()
                        .people()
                        .persons()
                        .find(person)
                        .orElseThrow()
                        .externalId()
                        .toString(),
                UUID.randomUUID().toString());
        faces.deleteFaces(
                TestApplication.COLLECTION,
                faces.listFaces(TestApplication.COLLECTION, Optional.empty()).stream()
                        .map(StoredFace::faceId)
                        .toList());
        clock.pass(Duration.ofHours(1));
        assertThat(application.enrol().collectionCheck().run()).isTrue();
        assertThat(stored()).isEqualTo(State.ELSEWHERE);
        transfer();
    }

    @Test
    void aCollectionThatWasDeletedWithItsFileIsNoticedAndCreatedAgain() throws IOException {
        application.close();
        for (var end : new String[] {".mv.db", ".header", ".tags"}) {
            Files.delete(folder.resolve("rekognition" + end));
        }
        application = TestApplication.furnished(folder, clock, EngineSettings.DEFAULT);
        assertThat(application.enrol().collectionCheck().run()).isTrue();
        assertThat(stored()).isEqualTo(State.ELSEWHERE);
        transfer();
    }
}

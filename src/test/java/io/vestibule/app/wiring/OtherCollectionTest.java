package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.change.PendingErasureStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People who are deleted while another connection is in use than the one that they were enrolled with.
class OtherCollectionTest {

    private static final String WAITS = "enrol.waits-for-connection";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Aws aws;
    private Application application;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        application = TestApplication.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        application.close();
        aws.close();
    }

    private void useAws() {
        application.close();
        AwsApplicationTest.choose(aws, folder, elsewhere);
        application = TestApplication.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    private void useEmbedded() {
        application.cloud().profiles().useEmbedded();
        application.close();
        application = TestApplication.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    private PersonId enrol() {
        var saved = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, saved.person(), State.SEARCHABLE);
        return saved.person();
    }

    private void remove(PersonId person) {
        application.enrol().commands().remove(person);
        hasten();
        TestApplication.await(
                application,
                () -> application.storage().people().persons().find(person).isEmpty());
    }

    private void hasten() {
        application
                .storage()
                .journal()
                .openSteps(20)
                .forEach(step -> application.storage().journal().retryNow(step.job()));
        application.enrol().runner().wake();
    }

    private PendingErasureStore remains() {
        return new PendingErasureStore(application.storage().database());
    }

    private List<String> facesOfAws() {
        return aws.faces.client().listFaces(r -> r.collectionId(TestApplication.COLLECTION)).faces().stream()
                .map(face -> face.faceId())
                .toList();
    }

    private int usersOfAws() {
        return aws.faces
                .client()
                .listUsers(r -> r.collectionId(TestApplication.COLLECTION))
                .users()
                .size();
    }

    private long objects() {
        try (var client = aws.photos.client()) {
            return client.listObjectsV2(r -> r.bucket(S3Server.BUCKET))
                    .contents()
                    .size();
        }
    }

    private long files() {
        try (Stream<Path> all = Files.walk(folder.resolve("photos"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoGoesWhileAwsIsAwayIsErasedThereWhenItIsUsedAgain() {
        useAws();
        var ana = enrol();
        assertThat(facesOfAws()).isNotEmpty();
        useEmbedded();

        remove(ana);
        TestApplication.await(
                application,
                () -> application.storage().journal().openProblemCodes().contains(WAITS));
        assertThat(facesOfAws()).isNotEmpty();
        assertThat(objects()).isPositive();
        assertThat(remains().all()).hasSize(1);

        useAws();
        TestApplication.await(application, () -> remains().all().isEmpty());
        assertThat(facesOfAws()).isEmpty();
        assertThat(usersOfAws()).isZero();
        assertThat(objects()).isZero();
        assertThat(application.storage().log().recent(3))
                .anyMatch(entry -> entry.action().equals("person.erased-elsewhere"));
    }

    @Test
    void whoGoesWhileAwsIsUsedIsErasedOnThisMachineAtOnce() {
        var ana = enrol();
        assertThat(files()).isPositive();
        useAws();
        application.enrol().transfer().begin();
        TestApplication.await(application, ana, State.SEARCHABLE);

        remove(ana);
        TestApplication.await(application, () -> remains().all().isEmpty());
        assertThat(files()).isZero();
        assertThat(facesOfAws()).isEmpty();

        useEmbedded();
        var faces = TestApplication.service(application).faces();
        assertThat(faces.listFaces(TestApplication.COLLECTION, Optional.empty()))
                .isEmpty();
        assertThat(faces.userStatuses(TestApplication.COLLECTION)).isEmpty();
    }

    @Test
    void aPhotoThatGoesIsErasedThereAndThePersonStays() {
        var ana = enrol();
        useAws();
        application.enrol().transfer().begin();
        TestApplication.await(application, ana, State.SEARCHABLE);
        int before = facesOfAws().size();
        useEmbedded();
        var photo = application
                .storage()
                .people()
                .photos()
                .findByPerson(ana)
                .getLast()
                .id();

        application.enrol().commands().removePhoto(photo);
        hasten();
        TestApplication.await(
                application,
                () -> application.storage().journal().openProblemCodes().contains(WAITS));
        assertThat(facesOfAws()).hasSize(before);

        useAws();
        TestApplication.await(application, () -> remains().all().isEmpty());
        assertThat(facesOfAws()).hasSize(before - 1);
        assertThat(usersOfAws()).isOne();
    }

    private Optional<String> userOf(PersonId person, PhotoId photo) {
        var user = TestApplication.person(application, person).externalId();
        return TestApplication.service(application)
                .faces()
                .listFaces(TestApplication.COLLECTION, Optional.of(user))
                .stream()
                .filter(face -> face.externalImageId().equals(photo.toString()))
                .map(_ -> user)
                .findFirst();
    }

    private PersonId enrolBoth(PersonId ana) {
        var bo = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Bo"),
                        TestApplication.photos(application, 1),
                        new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(application, bo, State.SEARCHABLE);
        useAws();
        application.enrol().transfer().begin();
        TestApplication.await(application, ana, State.SEARCHABLE);
        TestApplication.await(application, bo, State.SEARCHABLE);
        return bo;
    }

    @Test
    void aPhotoMovedWhileAwsIsInUseIsMovedInTheEmbeddedCollectionToo() {
        var ana = enrol();
        var bo = enrolBoth(ana);
        var photo = application
                .storage()
                .people()
                .photos()
                .findByPerson(ana)
                .getLast()
                .id();
        application.enrol().commands().move(photo, bo);
        TestApplication.await(
                application,
                () -> application
                        .storage()
                        .journal()
                        .openStepsFor(photo.toString())
                        .isEmpty());

        useEmbedded();
        TestApplication.await(
                application,
                () -> application
                        .storage()
                        .journal()
                        .openStepsFor(photo.toString())
                        .isEmpty());
        // The service decides whether the face is similar enough; the former user no longer has it.
        assertThat(userOf(ana, photo)).isEmpty();
        assertThat(application.enrol().standings().faces(TestApplication.person(application, bo)))
                .filteredOn(face -> face.photo().equals(photo))
                .allMatch(face -> face.state() == FaceState.NOT_ASSOCIATED);
    }

    @Test
    void peopleMergedWhileAwsIsInUseAreMergedInTheEmbeddedCollectionToo() {
        var fresh = TestApplication.freshPhotos(application, 1, 1);
        var ana = enrol();
        var photos = application.storage().people().photos().findByPerson(ana);
        var twin = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Ana"), fresh, new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(application, twin, State.SEARCHABLE);
        var photo = application
                .storage()
                .people()
                .photos()
                .findByPerson(twin)
                .getFirst()
                .id();
        useAws();
        application.enrol().transfer().begin();
        TestApplication.await(application, ana, State.SEARCHABLE);
        TestApplication.await(application, twin, State.SEARCHABLE);
        application.enrol().commands().merge(twin, ana);
        hasten();
        TestApplication.await(
                application,
                () -> application.storage().people().persons().find(twin).isEmpty());

        useEmbedded();
        TestApplication.await(
                application,
                () -> remains().all().isEmpty() && userOf(ana, photo).isPresent());
        assertThat(TestApplication.service(application).faces().userStatuses(TestApplication.COLLECTION))
                .containsOnlyKeys(TestApplication.person(application, ana).externalId());
        assertThat(photos).allMatch(own -> userOf(ana, own.id()).isPresent());
    }

    @Test
    void aSecondErasureOfTheSameFindsNothingAndIsDone() {
        useAws();
        var ana = enrol();
        useEmbedded();
        remove(ana);
        TestApplication.await(
                application,
                () -> application.storage().journal().openProblemCodes().contains(WAITS));
        aws.faces.local.client.deleteCollection(r -> r.collectionId(TestApplication.COLLECTION));

        useAws();
        TestApplication.await(application, () -> remains().all().isEmpty());
        assertThat(objects()).isZero();
    }
}

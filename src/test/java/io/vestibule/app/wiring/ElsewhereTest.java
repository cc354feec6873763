package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.enrol.Decision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.FaceState;
import io.vestibule.people.Standing.State;
import io.vestibule.people.change.RemainsStore;
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

/// People who go while another connection is in use than the one that they were enrolled by.
class ElsewhereTest {

    private static final String WAITS = "enrol.waits-for-connection";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Aws aws;
    private House house;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        house = TestHouse.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        house.close();
        aws.close();
    }

    private void useAws() {
        house.close();
        AwsHouseTest.choose(aws, folder, elsewhere);
        house = TestHouse.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    private void useEmbedded() {
        house.cloud().profiles().useEmbedded();
        house.close();
        house = TestHouse.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    private PersonId enrol() {
        var saved = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.Unknown());
        TestHouse.await(house, saved.person(), State.SEARCHABLE);
        return saved.person();
    }

    private void remove(PersonId person) {
        house.enrol().commands().remove(person);
        hasten();
        TestHouse.await(
                house, () -> house.cellar().people().persons().find(person).isEmpty());
    }

    private void hasten() {
        house.cellar()
                .journal()
                .open(20)
                .forEach(step -> house.cellar().journal().hasten(step.job()));
        house.enrol().runner().wake();
    }

    private RemainsStore remains() {
        return new RemainsStore(house.cellar().database());
    }

    private List<String> facesOfAws() {
        return aws.faces.client().listFaces(r -> r.collectionId(TestHouse.COLLECTION)).faces().stream()
                .map(face -> face.faceId())
                .toList();
    }

    private int usersOfAws() {
        return aws.faces
                .client()
                .listUsers(r -> r.collectionId(TestHouse.COLLECTION))
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
        TestHouse.await(house, () -> house.cellar().journal().problems().contains(WAITS));
        assertThat(facesOfAws()).isNotEmpty();
        assertThat(objects()).isPositive();
        assertThat(remains().all()).hasSize(1);

        useAws();
        TestHouse.await(house, () -> remains().all().isEmpty());
        assertThat(facesOfAws()).isEmpty();
        assertThat(usersOfAws()).isZero();
        assertThat(objects()).isZero();
        assertThat(house.cellar().log().recent(3))
                .anyMatch(entry -> entry.action().equals("person.erased-elsewhere"));
    }

    @Test
    void whoGoesWhileAwsIsUsedIsErasedOnThisMachineAtOnce() {
        var ana = enrol();
        assertThat(files()).isPositive();
        useAws();
        house.enrol().transfer().begin();
        TestHouse.await(house, ana, State.SEARCHABLE);

        remove(ana);
        TestHouse.await(house, () -> remains().all().isEmpty());
        assertThat(files()).isZero();
        assertThat(facesOfAws()).isEmpty();

        useEmbedded();
        var faces = TestHouse.service(house).faces();
        assertThat(faces.faces(TestHouse.COLLECTION, Optional.empty())).isEmpty();
        assertThat(faces.userStatuses(TestHouse.COLLECTION)).isEmpty();
    }

    @Test
    void aPhotoThatGoesIsErasedThereAndThePersonStays() {
        var ana = enrol();
        useAws();
        house.enrol().transfer().begin();
        TestHouse.await(house, ana, State.SEARCHABLE);
        int before = facesOfAws().size();
        useEmbedded();
        var photo = house.cellar().people().photos().of(ana).getLast().id();

        house.enrol().commands().removePhoto(photo);
        hasten();
        TestHouse.await(house, () -> house.cellar().journal().problems().contains(WAITS));
        assertThat(facesOfAws()).hasSize(before);

        useAws();
        TestHouse.await(house, () -> remains().all().isEmpty());
        assertThat(facesOfAws()).hasSize(before - 1);
        assertThat(usersOfAws()).isOne();
    }

    private Optional<String> userOf(PersonId person, PhotoId photo) {
        var user = TestHouse.person(house, person).externalId().toString();
        return TestHouse.service(house).faces().faces(TestHouse.COLLECTION, Optional.of(user)).stream()
                .filter(face -> face.externalImageId().equals(photo.toString()))
                .map(_ -> user)
                .findFirst();
    }

    private PersonId enrolBoth(PersonId ana) {
        var bo = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Bo"), TestHouse.photos(house, 1), new Decision.Unknown())
                .person();
        TestHouse.await(house, bo, State.SEARCHABLE);
        useAws();
        house.enrol().transfer().begin();
        TestHouse.await(house, ana, State.SEARCHABLE);
        TestHouse.await(house, bo, State.SEARCHABLE);
        return bo;
    }

    @Test
    void aPhotoThatWasGivenToSomebodyWhileAwsIsUsedIsWithThemOnThisMachineToo() {
        var ana = enrol();
        var bo = enrolBoth(ana);
        var photo = house.cellar().people().photos().of(ana).getLast().id();
        house.enrol().commands().move(photo, bo);
        TestHouse.await(
                house, () -> house.cellar().journal().openFor(photo.toString()).isEmpty());

        useEmbedded();
        TestHouse.await(
                house, () -> house.cellar().journal().openFor(photo.toString()).isEmpty());
        // The service decides whether the face is like enough; with whom it was before, it is not any more.
        assertThat(userOf(ana, photo)).isEmpty();
        assertThat(house.enrol().standings().faces(TestHouse.person(house, bo)))
                .filteredOn(face -> face.photo().equals(photo))
                .allMatch(face -> face.state() == FaceState.NOT_ASSOCIATED);
    }

    @Test
    void whoWasMergedWhileAwsIsUsedIsOnePersonOnThisMachineToo() {
        var fresh = TestHouse.freshPhotos(house, 1, 1);
        var ana = enrol();
        var photos = house.cellar().people().photos().of(ana);
        var twin = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), fresh, new Decision.Unknown())
                .person();
        TestHouse.await(house, twin, State.SEARCHABLE);
        var photo = house.cellar().people().photos().of(twin).getFirst().id();
        useAws();
        house.enrol().transfer().begin();
        TestHouse.await(house, ana, State.SEARCHABLE);
        TestHouse.await(house, twin, State.SEARCHABLE);
        house.enrol().commands().merge(twin, ana);
        hasten();
        TestHouse.await(
                house, () -> house.cellar().people().persons().find(twin).isEmpty());

        useEmbedded();
        TestHouse.await(
                house, () -> remains().all().isEmpty() && userOf(ana, photo).isPresent());
        assertThat(TestHouse.service(house).faces().userStatuses(TestHouse.COLLECTION))
                .containsOnlyKeys(TestHouse.person(house, ana).externalId().toString());
        assertThat(photos).allMatch(own -> userOf(ana, own.id()).isPresent());
    }

    @Test
    void aSecondErasureOfTheSameFindsNothingAndIsDone() {
        useAws();
        var ana = enrol();
        useEmbedded();
        remove(ana);
        TestHouse.await(house, () -> house.cellar().journal().problems().contains(WAITS));
        aws.faces.local.client.deleteCollection(r -> r.collectionId(TestHouse.COLLECTION));

        useAws();
        TestHouse.await(house, () -> remains().all().isEmpty());
        assertThat(objects()).isZero();
    }
}

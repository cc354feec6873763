package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.Draft;
import io.vestibule.cloud.aws.Kind;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.enrol.transfer.AdoptFlow;
import io.vestibule.enrol.transfer.TransferFlow;
import io.vestibule.journal.CallCount;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.wire.Fault;
import io.vestibule.people.Standing.State;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/// The whole program on a face service and a bucket behind sockets, and the days on which they cannot be
/// reached.
public class AwsHouseTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Aws aws;
    private House house;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        choose(aws, folder, elsewhere);
        house = TestHouse.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    /// Sets the connection, as the Settings screen does.
    public static void choose(Aws aws, Path folder, Path elsewhere) {
        try (var first = House.open(folder)) {
            first.cloud()
                    .profiles()
                    .write(
                            new Draft(
                                    Kind.PROCESS,
                                    new Draft.Source(
                                            "default",
                                            Aws.printing(elsewhere, S3Server.KEY_ID, S3Server.SECRET),
                                            "",
                                            ""),
                                    new Draft.Where(
                                            Aws.REGION,
                                            aws.faces.endpoint().toString(),
                                            aws.photos.endpoint().toString(),
                                            ""),
                                    new Draft.Way("", "", ""),
                                    new Draft.Keep(S3Server.BUCKET, "", false, "")),
                            "");
        }
    }

    @AfterEach
    void close() {
        house.close();
        aws.close();
    }

    @Test
    void whoIsSavedWithoutAConnectionIsEnrolledWhenItIsBackAndSearchedForFirst() {
        var alike = TestHouse.freshPhotos(house, 2, 1);
        var ana = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.Unknown());
        TestHouse.await(house, ana.person(), State.SEARCHABLE);

        aws.faces.faults.always(new Fault.Dropped());
        var photos = TestHouse.photos(house, 1);
        var ben = house.enrol().enrol().save(TestHouse.visitor(house, "Ben"), photos, new Decision.NotAsked());
        var again = house.enrol().enrol().save(TestHouse.visitor(house, "Anna"), alike, new Decision.NotAsked());
        TestHouse.await(house, () -> house.cellar().journal().problems().contains("cloud.offline"));
        TestHouse.await(house, ben.person(), State.WAITING);
        assertThat(aws.photos.keys()).hasSize(3);

        aws.faces.faults.clear();
        house.enrol().jobs().retryAll();
        TestHouse.await(house, ben.person(), State.SEARCHABLE);
        TestHouse.await(house, again.person(), State.STUCK);
        assertThat(house.enrol().duplicates().about(again.person()))
                .hasValueSatisfying(
                        question -> assertThat(question.match().person().id()).isEqualTo(ana.person()));
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(match -> assertThat(match.person().id()).isEqualTo(ana.person()));
        assertThat(aws.photos.keys()).hasSize(6);
        assertThat(house.cellar().calls().month(TestHouse.now(house)))
                .filteredOn(count -> count.operation().equals("PutObject"))
                .extracting(CallCount::charged)
                .containsExactly(6L);
        assertThat(house.engine().thresholds().duplicate().usual()).isEqualTo(90);
    }

    @Test
    void whoWasEnrolledOnThisMachineIsEnrolledIntoTheNewCollectionFromTheStoredPhotos(@TempDir Path other) {
        PersonId ana;
        try (var embedded = TestHouse.furnished(other)) {
            ana = embedded.enrol()
                    .enrol()
                    .save(TestHouse.visitor(embedded, "Ana"), TestHouse.photos(embedded, 0), new Decision.Unknown())
                    .person();
            TestHouse.await(embedded, ana, State.SEARCHABLE);
            assertThat(embedded.enrol().transfer().plan().people()).isZero();
        }
        choose(aws, other, elsewhere);
        house.close();
        house = TestHouse.furnished(other);
        assertThat(house.enrol().standings().of(TestHouse.person(house, ana)).state())
                .isEqualTo(State.ELSEWHERE);
        var plan = house.enrol().transfer().plan();
        assertThat(plan).isEqualTo(new TransferFlow.Plan(1, 3, new BigDecimal("0.0050")));

        assertThat(house.enrol().transfer().begin()).isEqualTo(1);
        assertThat(house.enrol().transfer().begin()).isZero();
        TestHouse.await(house, ana, State.SEARCHABLE);
        assertThat(aws.photos.keys()).hasSize(3);
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(match -> assertThat(match.person().id()).isEqualTo(ana));
    }

    @Test
    void whoWasEnrolledInAwsIsEnrolledHereAgainFromThePhotosThere() {
        var ana = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.Unknown())
                .person();
        TestHouse.await(house, ana, State.SEARCHABLE);
        house.cloud().profiles().useEmbedded();
        house.close();
        house = TestHouse.furnished(folder);
        assertThat(house.enrol().standings().of(TestHouse.person(house, ana)).state())
                .isEqualTo(State.ELSEWHERE);

        assertThat(house.enrol().transfer().begin()).isEqualTo(1);
        TestHouse.await(house, ana, State.SEARCHABLE);
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(match -> assertThat(match.person().id()).isEqualTo(ana));
        assertThat(aws.photos.keys()).as("nothing is erased there by that").hasSize(3);
    }

    @Test
    void whoWasInTheCollectionBeforeIsNamedOrLeftAloneAndGoesWithAllTheirFaces() {
        var other = aws.faces.local.client;
        var userId = "0f8fad5b-d9cb-469f-a165-70867728950e";
        for (var user : List.of(userId, "door:7")) {
            other.createUser(r -> r.collectionId(TestHouse.COLLECTION).userId(user));
        }
        var photo = TestHouse.photos(house, 0).getFirst().photo().bytes();
        var face = other.indexFaces(r -> r.collectionId(TestHouse.COLLECTION)
                        .externalImageId("door-7")
                        .image(i -> i.bytes(SdkBytes.fromByteArray(photo))))
                .faceRecords()
                .getFirst()
                .face()
                .faceId();
        other.associateFaces(
                r -> r.collectionId(TestHouse.COLLECTION).userId(userId).faceIds(face));
        aws.faces.local.clock.pass(java.time.Duration.ofSeconds(5));

        assertThat(house.enrol().enrol().whoIs(photo)).isEmpty();
        var strangers = house.enrol().adopt().strangers();
        assertThat(strangers)
                .containsExactly(
                        new AdoptFlow.Stranger(userId, "ACTIVE", true),
                        new AdoptFlow.Stranger("door:7", "CREATED", false));
        assertThatThrownBy(() -> house.enrol().adopt().adopt(strangers.get(1), TestHouse.visitor(house, "Door")))
                .hasMessage("enrol.not-adoptable");

        var ana = house.enrol().adopt().adopt(strangers.getFirst(), TestHouse.visitor(house, "Ana"));
        assertThat(house.enrol().adopt().strangers()).hasSize(1);
        assertThat(house.enrol().enrol().whoIs(photo))
                .extracting(match -> match.person().id())
                .containsExactly(ana);
        assertThat(house.enrol().standings().of(TestHouse.person(house, ana)).state())
                .isEqualTo(State.SEARCHABLE);

        house.enrol().commands().remove(ana);
        house.cellar()
                .journal()
                .open(20)
                .forEach(step -> house.cellar().journal().hasten(step.job()));
        house.enrol().runner().wake();
        TestHouse.await(house, () -> house.cellar().people().persons().find(ana).isEmpty());
        assertThat(other.listFaces(r -> r.collectionId(TestHouse.COLLECTION)).faces())
                .isEmpty();
    }

    @Test
    void aLoginThatRanOutStopsNobodyAndWorkGoesOnAfterIt() {
        aws.faces.faults.always(new Fault.Refused(400, "ExpiredTokenException", "The token is expired"));
        var ben = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ben"), TestHouse.photos(house, 1), new Decision.NotAsked());
        TestHouse.await(house, ben.person(), State.WAITING);
        assertThat(house.cellar().journal().problems()).containsExactly("cloud.expired");

        aws.faces.faults.clear();
        house.enrol().jobs().retryAll();
        TestHouse.await(house, ben.person(), State.SEARCHABLE);
    }
}

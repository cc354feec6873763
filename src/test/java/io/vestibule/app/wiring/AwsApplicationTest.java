package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.ProfileForm;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.enrol.transfer.AdoptFlow;
import io.vestibule.enrol.transfer.TransferFlow;
import io.vestibule.journal.CallCount;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.wire.RekognitionFault;
import io.vestibule.people.EnrolmentStatus.State;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/// The whole program on a face service and a bucket behind sockets, and their outages.
public class AwsApplicationTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Aws aws;
    private Application application;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        choose(aws, folder, elsewhere);
        application = TestApplication.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    /// Configures the connection, as the Settings screen does.
    public static void choose(Aws aws, Path folder, Path elsewhere) {
        choose(aws, aws.photos.endpoint(), folder, elsewhere);
    }

    /// @param bucket address by which the bucket is reached
    static void choose(Aws aws, URI bucket, Path folder, Path elsewhere) {
        try (var first = Application.open(folder)) {
            first.cloud()
                    .profiles()
                    .write(
                            new ProfileForm(
                                    CredentialKind.PROCESS,
                                    new ProfileForm.CredentialFields(
                                            "default",
                                            Aws.printing(elsewhere, S3Server.KEY_ID, S3Server.SECRET),
                                            "",
                                            ""),
                                    new ProfileForm.EndpointFields(
                                            Aws.REGION, aws.faces.endpoint().toString(), bucket.toString(), ""),
                                    new ProfileForm.ProxyFields("", "", ""),
                                    new ProfileForm.StorageFields(S3Server.BUCKET, "", false, "")),
                            "");
        }
    }

    @AfterEach
    void close() {
        application.close();
        aws.close();
    }

    @Test
    void whoIsSavedWithoutAConnectionIsEnrolledWhenItIsBackAndSearchedForFirst() {
        var alike = TestApplication.freshPhotos(application, 2, 1);
        var ana = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, ana.person(), State.SEARCHABLE);

        aws.faces.rekognitionFaultInjector.failAlways(new RekognitionFault.Dropped());
        var photos = TestApplication.photos(application, 1);
        var ben = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Ben"), photos, new DuplicateDecision.SearchDeferred());
        var again = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Anna"), alike, new DuplicateDecision.SearchDeferred());
        TestApplication.await(
                application,
                () -> application.storage().journal().openProblemCodes().contains("cloud.offline"));
        TestApplication.await(application, ben.person(), State.WAITING);
        assertThat(aws.photos.keys()).hasSize(3);

        aws.faces.rekognitionFaultInjector.clear();
        application.enrol().jobs().retryAll();
        TestApplication.await(application, ben.person(), State.SEARCHABLE);
        TestApplication.await(application, again.person(), State.STUCK);
        assertThat(application.enrol().duplicates().findQuestion(again.person()))
                .hasValueSatisfying(
                        question -> assertThat(question.match().person().id()).isEqualTo(ana.person()));
        assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(personMatch -> assertThat(personMatch.person().id()).isEqualTo(ana.person()));
        assertThat(aws.photos.keys()).hasSize(6);
        assertThat(application.storage().calls().monthCounts(TestApplication.now(application)))
                .filteredOn(count -> count.operation().equals("PutObject"))
                .extracting(CallCount::charged)
                .containsExactly(6L);
        assertThat(application.engine().thresholds().duplicate().defaultValue()).isEqualTo(90);
    }

    @Test
    void whoWasEnrolledOnThisMachineIsEnrolledIntoTheNewCollectionFromTheStoredPhotos(@TempDir Path other) {
        PersonId ana;
        try (var embedded = TestApplication.furnished(other)) {
            ana = embedded.enrol()
                    .enrol()
                    .save(
                            TestApplication.visitor(embedded, "Ana"),
                            TestApplication.photos(embedded, 0),
                            new DuplicateDecision.NoDuplicate())
                    .person();
            TestApplication.await(embedded, ana, State.SEARCHABLE);
            assertThat(embedded.enrol().transfer().plan().people()).isZero();
        }
        choose(aws, other, elsewhere);
        application.close();
        application = TestApplication.furnished(other);
        assertThat(application
                        .enrol()
                        .standings()
                        .statusOf(TestApplication.person(application, ana))
                        .state())
                .isEqualTo(State.ELSEWHERE);
        var plan = application.enrol().transfer().plan();
        assertThat(plan).isEqualTo(new TransferFlow.Plan(1, 3, new BigDecimal("0.0050")));

        assertThat(application.enrol().transfer().begin()).isEqualTo(1);
        assertThat(application.enrol().transfer().begin()).isZero();
        TestApplication.await(application, ana, State.SEARCHABLE);
        assertThat(aws.photos.keys()).hasSize(3);
        assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(personMatch -> assertThat(personMatch.person().id()).isEqualTo(ana));
    }

    @Test
    void whoWasEnrolledInAwsIsEnrolledHereAgainFromThePhotosThere() {
        var ana = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(application, ana, State.SEARCHABLE);
        application.cloud().profiles().useEmbedded();
        application.close();
        application = TestApplication.furnished(folder);
        assertThat(application
                        .enrol()
                        .standings()
                        .statusOf(TestApplication.person(application, ana))
                        .state())
                .isEqualTo(State.ELSEWHERE);

        assertThat(application.enrol().transfer().begin()).isEqualTo(1);
        TestApplication.await(application, ana, State.SEARCHABLE);
        assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(personMatch -> assertThat(personMatch.person().id()).isEqualTo(ana));
        assertThat(aws.photos.keys()).as("nothing is erased there by that").hasSize(3);
    }

    @Test
    void unknownUsersAreNamedOrIgnoredAndErasedWithAllTheirFaces() {
        var other = aws.faces.local.client;
        var userId = "ana-silva-1738375179381";
        for (var user : List.of(userId, "door:7")) {
            other.createUser(r -> r.collectionId(TestApplication.COLLECTION).userId(user));
        }
        var photo = TestApplication.photos(application, 0).getFirst().photo().bytes();
        var face = other.indexFaces(r -> r.collectionId(TestApplication.COLLECTION)
                        .externalImageId("door-7")
                        .image(i -> i.bytes(SdkBytes.fromByteArray(photo))))
                .faceRecords()
                .getFirst()
                .face()
                .faceId();
        other.associateFaces(
                r -> r.collectionId(TestApplication.COLLECTION).userId(userId).faceIds(face));
        aws.faces.local.clock.pass(java.time.Duration.ofSeconds(5));

        assertThat(application.enrol().enrol().identify(photo)).isEmpty();
        var strangers = application.enrol().adopt().fetchUnknownUsers();
        assertThat(strangers)
                .containsExactly(
                        new AdoptFlow.UnknownUser(userId, "ACTIVE"), new AdoptFlow.UnknownUser("door:7", "CREATED"));

        var ana = application.enrol().adopt().adopt(strangers.getFirst(), TestApplication.visitor(application, "Ana"));
        assertThat(application.enrol().adopt().fetchUnknownUsers()).hasSize(1);
        assertThat(application.enrol().enrol().identify(photo))
                .extracting(personMatch -> personMatch.person().id())
                .containsExactly(ana);
        assertThat(application
                        .enrol()
                        .standings()
                        .statusOf(TestApplication.person(application, ana))
                        .state())
                .isEqualTo(State.ADOPTED);

        application.enrol().commands().remove(ana);
        application
                .storage()
                .journal()
                .openSteps(20)
                .forEach(step -> application.storage().journal().retryNow(step.job()));
        application.enrol().runner().wake();
        TestApplication.await(
                application,
                () -> application.storage().people().persons().find(ana).isEmpty());
        assertThat(other.listFaces(r -> r.collectionId(TestApplication.COLLECTION))
                        .faces())
                .isEmpty();
    }

    @Test
    void anExpiredLoginBlocksNobodyAndJobsResumeAfterTheNextOne() {
        aws.faces.rekognitionFaultInjector.failAlways(
                new RekognitionFault.Refused(400, "ExpiredTokenException", "The token is expired"));
        var ben = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ben"),
                        TestApplication.photos(application, 1),
                        new DuplicateDecision.SearchDeferred());
        TestApplication.await(application, ben.person(), State.WAITING);
        assertThat(application.storage().journal().openProblemCodes()).containsExactly("cloud.expired");

        aws.faces.rekognitionFaultInjector.clear();
        application.enrol().jobs().retryAll();
        TestApplication.await(application, ben.person(), State.SEARCHABLE);
    }
}

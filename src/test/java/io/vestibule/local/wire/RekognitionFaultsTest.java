package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.local.engine.EngineSamples;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.engine.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// The effect of network and service faults on the adapter, over a real connection.
class RekognitionFaultsTest {

    private static final String OFFICE = LocalEngine.COLLECTION;
    private static final ImageSource PHOTO = new ImageSource.Bytes(EngineSamples.bytes("sample-person-1/1.jpg"));

    @TempDir
    Path folder;

    private ServerFixture serverFixture;
    private RekognitionClient client;
    private FaceCollection faces;

    @BeforeEach
    void open() {
        open(EngineSettings.DEFAULT, RekognitionFaultsTest::asItComes);
    }

    private static void asItComes(ClientOverrideConfiguration.Builder configuration) {}

    private void open(EngineSettings settings, Consumer<ClientOverrideConfiguration.Builder> configuration) {
        serverFixture = ServerFixture.open(folder.resolve(UUID.randomUUID().toString()), settings, Optional.empty());
        serverFixture.local.withCollection();
        client = serverFixture.client(configuration);
        faces = ServerFixture.faces(client);
    }

    private void reopen(EngineSettings settings, Consumer<ClientOverrideConfiguration.Builder> configuration) {
        close();
        open(settings, configuration);
    }

    private void onceOnly() {
        reopen(EngineSettings.DEFAULT, o -> o.retryStrategy(retry -> retry.maxAttempts(1)));
    }

    @AfterEach
    void close() {
        client.close();
        serverFixture.close();
    }

    private static CloudFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call).failure();
    }

    private long count() {
        return faces.describe(OFFICE).orElseThrow().faces();
    }

    @Test
    void anAnswerThatIsLostAfterIndexingStoresNothingTwice() {
        serverFixture.rekognitionFaultInjector.failNext("IndexFaces", 2, new RekognitionFault.DroppedAfterCommit());
        var answer = faces.index(OFFICE, PHOTO, "photo-1", 1, QualityFilter.AUTO);
        assertThat(answer.indexed()).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsLostAfterAChangeOfAUserIsReturnedByARetry() {
        for (var operation : List.of("CreateUser", "AssociateFaces", "DisassociateFaces", "DeleteUser")) {
            serverFixture.rekognitionFaultInjector.failNext(operation, 1, new RekognitionFault.DroppedAfterCommit());
        }
        var face = serverFixture.local.face(serverFixture.local.person());
        faces.createUser(OFFICE, "u", "t-1");
        var associated = faces.associate(OFFICE, "u", List.of(face), 75, "t-2");
        assertThat(associated.associated()).containsExactly(face);
        assertThat(faces.disassociate(OFFICE, "u", List.of(face), "t-3").disassociated())
                .containsExactly(face);
        faces.deleteUser(OFFICE, "u", "t-4");
        assertThat(faces.userStatuses(OFFICE)).isEmpty();
    }

    @Test
    void aLaterAttemptWithTheSameTokenGetsTheAnswerThatWasLost() {
        onceOnly();
        var face = serverFixture.local.face(serverFixture.local.person());
        faces.createUser(OFFICE, "u", "t-1");
        serverFixture.rekognitionFaultInjector.failNext("AssociateFaces", 1, new RekognitionFault.DroppedAfterCommit());
        assertThat(failure(() -> faces.associate(OFFICE, "u", List.of(face), 75, "t-2")))
                .isEqualTo(new CloudFailure.Offline());
        assertThat(faces.associate(OFFICE, "u", List.of(face), 75, "t-2").associated())
                .containsExactly(face);
        // A new token makes a new request; the face is then associated with the user already.
        assertThat(faces.associate(OFFICE, "u", List.of(face), 75, "t-3").already())
                .containsExactly(face);
    }

    @Test
    void aCallThatIsDroppedBeforeItArrivesWasNotDone() {
        onceOnly();
        serverFixture.rekognitionFaultInjector.failNext("CreateUser", 1, new RekognitionFault.Dropped());
        assertThat(failure(() -> faces.createUser(OFFICE, "u", "t"))).isEqualTo(new CloudFailure.Offline());
        assertThat(faces.userStatuses(OFFICE)).isEmpty();
    }

    @Test
    void aTruncatedAnswerIsALostAnswer() {
        onceOnly();
        serverFixture.rekognitionFaultInjector.failNext("IndexFaces", 1, new RekognitionFault.HalfAnswer());
        assertThat(failure(() -> faces.index(OFFICE, PHOTO, "photo-1", 1, QualityFilter.AUTO)))
                .isEqualTo(new CloudFailure.Offline());
        assertThat(faces.index(OFFICE, PHOTO, "photo-1", 1, QualityFilter.AUTO).indexed())
                .hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    /// Without its code nobody knows what it says, so the call is made again.
    @Test
    void aTruncatedErrorIsALostAnswerToo() {
        onceOnly();
        var face = UUID.randomUUID().toString();
        serverFixture.rekognitionFaultInjector.failNext("AssociateFaces", 1, new RekognitionFault.HalfAnswer());
        assertThat(failure(() -> faces.associate(OFFICE, "nobody", List.of(face), 75, "first")))
                .isEqualTo(new CloudFailure.Offline());
        assertThat(failure(() -> faces.associate(OFFICE, "nobody", List.of(face), 75, "second")))
                .isEqualTo(new CloudFailure.NotFound("AssociateFaces"));
    }

    @Test
    void anAnswerThatTakesTooLongIsOffline() {
        assertThat(faces.userStatuses(OFFICE)).isEmpty();
        reopen(
                EngineSettings.DEFAULT,
                o -> o.apiCallTimeout(Duration.ofMillis(300)).retryStrategy(retry -> retry.maxAttempts(1)));
        serverFixture.rekognitionFaultInjector.failNext(
                "ListUsers", 1, new RekognitionFault.Slow(Duration.ofSeconds(20)));
        assertThat(failure(() -> faces.userStatuses(OFFICE))).isEqualTo(new CloudFailure.Offline());
    }

    @Test
    void aSingleServerErrorIsRetried() {
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 1, RekognitionFault.INTERNAL);
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 1, RekognitionFault.THROTTLED_AS_500);
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 1, RekognitionFault.THROTTLED);
        assertThat(faces.userStatuses(OFFICE)).isEmpty();
    }

    @Test
    void aReasonInTheSpellingOfTheGuideMeansTheSame() {
        serverFixture.rekognitionFaultInjector.failNext("AssociateFaces", 1, RekognitionFault.LEGACY_REASON);
        var face = serverFixture.local.face(serverFixture.local.person());
        serverFixture.local.user("u");
        serverFixture.local.user("holder");
        serverFixture.local.client.associateFaces(
                r -> r.collectionId(OFFICE).userId("holder").faceIds(face));
        assertThat(faces.associate(OFFICE, "u", List.of(face), 75, "t")
                        .refused()
                        .getFirst()
                        .reasons())
                .containsExactly("ASSOCIATED_TO_A_DIFFERENT_USER");
    }

    @Test
    void unknownEnumValuesAreReturnedUnchanged() {
        serverFixture.rekognitionFaultInjector.failAlways(
                new RekognitionFault.Rewritten(json -> json.replace("\"CREATED\"", "\"PONDERING\"")));
        serverFixture.local.user("u");
        assertThat(faces.userStatuses(OFFICE)).containsEntry("u", "PONDERING");
    }

    @Test
    void aUserThatIsUpdatingIsPolledUntilItIsActive() {
        reopen(EngineSettings.DEFAULT.withUpdating(Duration.ofMinutes(1)), RekognitionFaultsTest::asItComes);
        var face = serverFixture.local.face(serverFixture.local.person());
        faces.createUser(OFFICE, "u", "t-1");
        assertThat(faces.associate(OFFICE, "u", List.of(face), 75, "t-2").userStatus())
                .isEqualTo("UPDATING");
        assertThat(faces.userStatuses(OFFICE)).containsEntry("u", "UPDATING");
        serverFixture.local.clock.pass(Duration.ofMinutes(1));
        assertThat(faces.userStatuses(OFFICE)).containsEntry("u", "ACTIVE");
    }
}

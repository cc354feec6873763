package io.vestibule.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.aws.ConnectionReport.ConnectionFinding;
import io.vestibule.cloud.aws.ConnectionReport.PermissionResult;
import io.vestibule.cloud.aws.ConnectionReport.PermissionStatus;
import io.vestibule.local.wire.RekognitionFault;
import io.vestibule.local.wire.ServerFixture;
import io.vestibule.ui.Strings;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// Results of the connection test, on real sockets.
class ConnectionCheckTest {

    private static final String OFFICE = "office";
    private static final RekognitionFault NOT_ALLOWED =
            new RekognitionFault.Refused(400, "AccessDeniedException", "User: arn is not");

    @TempDir
    private Path folder;

    private Aws aws;

    @BeforeEach
    void open() {
        aws = Aws.open(folder);
        aws.faces.local.withCollection();
    }

    @AfterEach
    void close() {
        aws.close();
    }

    private ConnectionReport check(Profile profile, InstantSource clock) {
        try (var awsConnection = AwsConnection.open(profile)) {
            return ConnectionCheck.run(awsConnection, OFFICE, clock);
        }
    }

    private ConnectionReport check() {
        return check(aws.profile(folder), Clock.systemUTC());
    }

    private CloudFailure failure(Profile profile) {
        return catchThrowableOfType(CloudException.class, () -> check(profile, Clock.systemUTC()))
                .failure();
    }

    private static PermissionStatus outcome(ConnectionReport connectionReport, String permission) {
        return connectionReport.permissions().stream()
                .filter(permissionResult -> permissionResult.permission().equals(permission))
                .map(PermissionResult::status)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(ConnectionReport connectionReport) {
        return connectionReport.findings().stream()
                .map(ConnectionFinding::problem)
                .map(Problem::code)
                .toList();
    }

    @Test
    void everyOperationInUseIsTestedAndNothingIsLeftBehind() {
        var connectionReport = check();

        assertThat(connectionReport.permissions())
                .filteredOn(permissionResult -> permissionResult.permission().startsWith("rekognition:"))
                .hasSize(Operation.alwaysUsed().size())
                .allMatch(line -> line.status() == PermissionStatus.ALLOWED);
        assertThat(outcome(connectionReport, "s3:PutObject")).isEqualTo(PermissionStatus.ALLOWED);
        assertThat(outcome(connectionReport, "s3:DeleteObjectVersion")).isEqualTo(PermissionStatus.ALLOWED);
        assertThat(connectionReport.isUsable()).isTrue();
        assertThat(problems(connectionReport)).isEmpty();

        var faces = ServerFixture.faces(aws.faces.client());
        assertThat(faces.userStatuses(OFFICE)).isEmpty();
        assertThat(faces.listFaces(OFFICE, Optional.empty())).isEmpty();
        assertThat(aws.client()
                        .listObjectVersions(r -> r.bucket(S3Server.BUCKET))
                        .versions())
                .isEmpty();
    }

    @Test
    void everyMissingPermissionIsReportedWithItsFix() {
        var words = Strings.strict("cloud");
        for (Operation operation : Operation.alwaysUsed()) {
            aws.faces.rekognitionFaultInjector.failNext(operation.apiName(), 1, NOT_ALLOWED);
            var connectionReport = check();
            var refused = connectionReport.permissions().stream()
                    .filter(permissionResult -> permissionResult.status() == PermissionStatus.REFUSED)
                    .toList();
            assertThat(refused)
                    .extracting(PermissionResult::permission)
                    .containsExactly("rekognition:" + operation.apiName());
            assertThat(connectionReport.isUsable()).isFalse();
            var told = words.problem(refused.getFirst().problem().orElseThrow());
            assertThat(told.summary()).contains(operation.apiName());
        }
    }

    @Test
    void aUserThatCouldNotBeDeletedIsNotCreated() {
        aws.faces.rekognitionFaultInjector.failNext("DeleteUser", 1, NOT_ALLOWED);
        var connectionReport = check();
        assertThat(outcome(connectionReport, "rekognition:CreateUser")).isEqualTo(PermissionStatus.UNKNOWN);
        assertThat(ServerFixture.faces(aws.faces.client()).userStatuses(OFFICE)).isEmpty();
    }

    @Test
    void aMissingCollectionIsNotCreated() {
        aws.faces.local.client.deleteCollection(r -> r.collectionId(OFFICE));
        var connectionReport = check();
        assertThat(problems(connectionReport)).containsExactly("cloud.collection-not-yet");
        assertThat(outcome(connectionReport, "rekognition:CreateCollection")).isEqualTo(PermissionStatus.UNKNOWN);
        assertThat(outcome(connectionReport, "rekognition:IndexFaces")).isEqualTo(PermissionStatus.ALLOWED);
        assertThat(connectionReport.isUsable()).isTrue();
        assertThat(ServerFixture.faces(aws.faces.client()).describe(OFFICE)).isEmpty();
    }

    @Test
    void aClockSkewOfMinutesIsReported() {
        var connectionReport = check(aws.profile(folder), () -> Instant.now().minus(Duration.ofMinutes(6)));
        assertThat(problems(connectionReport)).containsExactly("cloud.clock-off");
    }

    @Test
    void aClockSkewOfAnHourIsAFailure() {
        aws.faces.rekognitionFaultInjector.skew(Duration.ofHours(1));
        assertThat(failure(aws.profile(folder))).isEqualTo(new CloudFailure.ClockSkew());
    }

    @Test
    void aMissingBucketIsReportedAndTheRestIsStillTested() {
        var connectionReport =
                check(with(new Storage("nobodys-bucket", "", new Encryption.S3Managed())), Clock.systemUTC());
        assertThat(problems(connectionReport)).containsExactly("cloud.no-bucket");
        assertThat(connectionReport.isUsable()).isFalse();
        assertThat(outcome(connectionReport, "rekognition:IndexFaces")).isEqualTo(PermissionStatus.ALLOWED);
        assertThat(outcome(connectionReport, "s3:PutObject")).isEqualTo(PermissionStatus.UNKNOWN);
    }

    @Test
    void aBucketThatTheFaceServiceCannotReadIsReported() {
        aws.faces.rekognitionFaultInjector.failNext(
                "IndexFaces",
                1,
                new RekognitionFault.Refused(400, "InvalidS3ObjectException", "Unable to get object metadata"));
        var connectionReport = check();
        assertThat(problems(connectionReport)).containsExactly("cloud.bucket-unread");
        assertThat(connectionReport.isUsable()).isFalse();
    }

    @Test
    void bucketVersionsAreReportedAndNoneIsLeftBehind() {
        aws.client()
                .putBucketVersioning(r -> r.bucket(S3Server.BUCKET)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        assertThat(problems(check())).containsExactly("cloud.bucket-versions");
        var left = aws.client().listObjectVersions(r -> r.bucket(S3Server.BUCKET));
        assertThat(left.versions()).isEmpty();
        assertThat(left.deleteMarkers()).isEmpty();
    }

    @Test
    void anUnknownKeyPairEndsTheTest() {
        var profile = new Profile(
                new CredentialSource.Program(Aws.printing(folder, "AKIDSTRANGER", "secret")),
                aws.place(),
                ProxySettings.DEFAULT,
                new Storage(S3Server.BUCKET, "", new Encryption.S3Managed()));
        assertThat(failure(profile)).isEqualTo(new CloudFailure.Denied("DescribeCollection"));
    }

    @Test
    void anUnreachableServiceEndsTheTest() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var nowhere = Optional.of(URI.create("http://127.0.0.1:" + port));
        var usual = aws.profile(folder);
        var profile = new Profile(
                usual.credentialSource(),
                new Endpoint(Aws.REGION, nowhere, nowhere, Optional.empty()),
                ProxySettings.DEFAULT,
                usual.storage());
        assertThat(failure(profile)).isEqualTo(new CloudFailure.Offline());
    }

    private Profile with(Storage storage) {
        var usual = aws.profile(folder);
        return new Profile(usual.credentialSource(), usual.endpoint(), usual.proxySettings(), storage);
    }
}

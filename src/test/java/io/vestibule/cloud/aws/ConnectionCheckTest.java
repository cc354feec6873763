package io.vestibule.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.aws.Report.Finding;
import io.vestibule.cloud.aws.Report.Line;
import io.vestibule.cloud.aws.Report.Outcome;
import io.vestibule.local.wire.Fault;
import io.vestibule.local.wire.Wired;
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

/// What the test of a connection tells, on real sockets.
class ConnectionCheckTest {

    private static final String OFFICE = "office";
    private static final Fault NOT_ALLOWED = new Fault.Refused(400, "AccessDeniedException", "User: arn is not");

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

    private Report check(Profile profile, InstantSource clock) {
        try (var connection = Connection.open(profile)) {
            return ConnectionCheck.run(connection, OFFICE, clock);
        }
    }

    private Report check() {
        return check(aws.profile(folder), Clock.systemUTC());
    }

    private CloudFailure failure(Profile profile) {
        return catchThrowableOfType(CloudException.class, () -> check(profile, Clock.systemUTC()))
                .failure();
    }

    private static Outcome outcome(Report report, String permission) {
        return report.lines().stream()
                .filter(line -> line.permission().equals(permission))
                .map(Line::outcome)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(Report report) {
        return report.findings().stream()
                .map(Finding::problem)
                .map(Problem::code)
                .toList();
    }

    @Test
    void everythingThatWeUseIsAskedAndNothingStays() {
        var report = check();

        assertThat(report.lines())
                .filteredOn(line -> line.permission().startsWith("rekognition:"))
                .hasSize(Operation.always().size())
                .allMatch(line -> line.outcome() == Outcome.ALLOWED);
        assertThat(outcome(report, "s3:PutObject")).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome(report, "s3:DeleteObjectVersion")).isEqualTo(Outcome.ALLOWED);
        assertThat(report.works()).isTrue();
        assertThat(problems(report)).isEmpty();

        var faces = Wired.faces(aws.faces.client());
        assertThat(faces.userStatuses(OFFICE)).isEmpty();
        assertThat(faces.faces(OFFICE, Optional.empty())).isEmpty();
        assertThat(aws.client()
                        .listObjectVersions(r -> r.bucket(S3Server.BUCKET))
                        .versions())
                .isEmpty();
    }

    @Test
    void everyPermissionThatIsMissingIsNamedWithWhatToDo() {
        var words = Strings.strict("cloud");
        for (Operation operation : Operation.always()) {
            aws.faces.faults.next(operation.spelling(), 1, NOT_ALLOWED);
            var report = check();
            var refused = report.lines().stream()
                    .filter(line -> line.outcome() == Outcome.REFUSED)
                    .toList();
            assertThat(refused).extracting(Line::permission).containsExactly("rekognition:" + operation.spelling());
            assertThat(report.works()).isFalse();
            var told = words.problem(refused.getFirst().problem().orElseThrow());
            assertThat(told.what()).contains(operation.spelling());
        }
    }

    @Test
    void aUserIsNotMadeWhereItCouldNotBeRemoved() {
        aws.faces.faults.next("DeleteUser", 1, NOT_ALLOWED);
        var report = check();
        assertThat(outcome(report, "rekognition:CreateUser")).isEqualTo(Outcome.UNKNOWN);
        assertThat(Wired.faces(aws.faces.client()).userStatuses(OFFICE)).isEmpty();
    }

    @Test
    void aCollectionThatIsNotThereYetIsNotMade() {
        aws.faces.local.client.deleteCollection(r -> r.collectionId(OFFICE));
        var report = check();
        assertThat(problems(report)).containsExactly("cloud.collection-not-yet");
        assertThat(outcome(report, "rekognition:CreateCollection")).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(report, "rekognition:IndexFaces")).isEqualTo(Outcome.ALLOWED);
        assertThat(report.works()).isTrue();
        assertThat(Wired.faces(aws.faces.client()).describe(OFFICE)).isEmpty();
    }

    @Test
    void aClockThatIsMinutesOffIsTold() {
        var report = check(aws.profile(folder), () -> Instant.now().minus(Duration.ofMinutes(6)));
        assertThat(problems(report)).containsExactly("cloud.clock-off");
    }

    @Test
    void aClockThatIsAnHourOffIsAFailure() {
        aws.faces.faults.skew(Duration.ofHours(1));
        assertThat(failure(aws.profile(folder))).isEqualTo(new CloudFailure.ClockSkew());
    }

    @Test
    void aBucketThatIsNotThereIsToldAndTheRestIsStillAsked() {
        var report = check(with(new Storage("nobodys-bucket", "", new Encryption.ByS3())), Clock.systemUTC());
        assertThat(problems(report)).containsExactly("cloud.no-bucket");
        assertThat(report.works()).isFalse();
        assertThat(outcome(report, "rekognition:IndexFaces")).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome(report, "s3:PutObject")).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aBucketThatTheFaceServiceCannotReadIsTold() {
        aws.faces.faults.next(
                "IndexFaces", 1, new Fault.Refused(400, "InvalidS3ObjectException", "Unable to get object metadata"));
        var report = check();
        assertThat(problems(report)).containsExactly("cloud.bucket-unread");
        assertThat(report.works()).isFalse();
    }

    @Test
    void versionsOfTheBucketAreToldAndNoneStays() {
        aws.client()
                .putBucketVersioning(r -> r.bucket(S3Server.BUCKET)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        assertThat(problems(check())).containsExactly("cloud.bucket-versions");
        var left = aws.client().listObjectVersions(r -> r.bucket(S3Server.BUCKET));
        assertThat(left.versions()).isEmpty();
        assertThat(left.deleteMarkers()).isEmpty();
    }

    @Test
    void aKeyPairThatNobodyKnowsEndsTheTest() {
        var profile = new Profile(
                new Access.Program(Aws.printing(folder, "AKIDSTRANGER", "secret")),
                aws.place(),
                Route.USUAL,
                new Storage(S3Server.BUCKET, "", new Encryption.ByS3()));
        assertThat(failure(profile)).isEqualTo(new CloudFailure.Denied("DescribeCollection"));
    }

    @Test
    void nobodyThereEndsTheTest() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var nowhere = Optional.of(URI.create("http://127.0.0.1:" + port));
        var usual = aws.profile(folder);
        var profile = new Profile(
                usual.access(),
                new Place(Aws.REGION, nowhere, nowhere, Optional.empty()),
                Route.USUAL,
                usual.storage());
        assertThat(failure(profile)).isEqualTo(new CloudFailure.Offline());
    }

    private Profile with(Storage storage) {
        var usual = aws.profile(folder);
        return new Profile(usual.access(), usual.place(), usual.route(), storage);
    }
}

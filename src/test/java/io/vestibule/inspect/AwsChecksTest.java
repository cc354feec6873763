package io.vestibule.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.House;
import io.vestibule.app.wiring.TestHouse;
import io.vestibule.audit.AuditEntry;
import io.vestibule.check.Finding;
import io.vestibule.check.Reason;
import io.vestibule.cloud.PictureService;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.Draft;
import io.vestibule.cloud.aws.Kind;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.Taken;
import io.vestibule.inspect.PhotoChecks.State;
import io.vestibule.journal.CallCount;
import io.vestibule.journal.PriceList;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.engine.Samples;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoLimits;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program on a service behind a socket that can do what Amazon alone can.
class AwsChecksTest {

    private static final String PHOTO = "sample-person-1-probe.jpg";

    @TempDir
    private Path folder;

    private PictureService service;
    private House house;

    @BeforeEach
    void open() {
        service = PictureService.start();
        var data = folder.resolve("data");
        try (var first = House.open(data)) {
            first.cloud()
                    .profiles()
                    .write(
                            new Draft(
                                    Kind.PROCESS,
                                    new Draft.Source(
                                            "default", Aws.printing(folder, S3Server.KEY_ID, S3Server.SECRET), "", ""),
                                    new Draft.Where(
                                            Aws.REGION,
                                            service.endpoint().toString(),
                                            service.endpoint().toString(),
                                            ""),
                                    new Draft.Way("", "", ""),
                                    new Draft.Keep(S3Server.BUCKET, "", false, "")),
                            "");
        }
        house = TestHouse.furnished(data, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        house.close();
        service.close();
    }

    private void switchOn(Check check) {
        house.cellar().settings().set(InspectKeys.aws(check), true);
    }

    private PhotoIntake intake() {
        return house.enrol().intake();
    }

    private long asked(String operation) {
        return service.operations().stream().filter(operation::equals).count();
    }

    @Test
    void everythingIsOffUntilSomebodyWantsIt() {
        var checks = house.inspect().checks();

        assertThat(Stream.of(Check.values()).map(checks::state)).containsOnly(State.OFF);
        assertThat(house.cloud().switchedOn()).isEmpty();
        assertThatThrownBy(() -> checks.look(Check.TEXT, Samples.bytes(PHOTO), ""))
                .isInstanceOf(InspectException.class);
        assertThat(intake().take(Samples.bytes(PHOTO))).isInstanceOf(Taken.Accepted.class);
        assertThat(service.operations()).noneMatch(operation -> operation.startsWith("Detect"));
    }

    @Test
    void whatIsSwitchedOnIsAskedLoggedCountedAndPriced() {
        switchOn(Check.TEXT);

        var sight = (Sight.Text) house.inspect().checks().look(Check.TEXT, Samples.bytes(PHOTO), "photo-1");

        assertThat(sight.lines()).hasSize(2);
        var entry = house.cellar().log().recent(1).getFirst();
        assertThat(entry.action()).isEqualTo("photo.looked-at");
        assertThat(entry.subject()).isEqualTo("photo-1");
        List<CallCount> calls =
                house.cellar().calls().month(house.cellar().clock().instant());
        assertThat(calls).contains(new CallCount("DetectText", 1, 1, 0));
        assertThat(PriceList.calls(calls)).isEqualByComparingTo(new BigDecimal("0.001"));
        assertThat(house.cloud().switchedOn()).containsExactly(Check.TEXT.operation());
    }

    @Test
    void aNameIsReadOffABadge() throws Exception {
        switchOn(Check.TEXT);
        var badge = Files.write(folder.resolve("badge.jpg"), Samples.bytes(PHOTO));

        assertThat(house.inspect().badges().names(badge)).containsExactly("Maria Da Silva");
    }

    @Test
    void aCoveredFaceIsRefusedAtTheDoor() {
        switchOn(Check.EQUIPMENT);

        var taken = (Taken.Rejected) intake().take(Samples.bytes(PHOTO));

        assertThat(taken.findings()).contains(Finding.refuse(Reason.FACE_COVERED));
    }

    @Test
    void anImportedPhotoThatIsNotFitIsRefusedAndOneOfTheCameraIsNotAsked() throws Exception {
        switchOn(Check.MODERATION);

        var taken = (Taken.Rejected) intake().take(Samples.bytes(PHOTO));
        assertThat(taken.findings()).containsExactly(Finding.refuse(Reason.UNFIT));

        var live = new PhotoDoor(PhotoLimits.DEFAULT).read(Samples.bytes(PHOTO));
        assertThat(intake().takeLive(live)).isInstanceOf(Taken.Accepted.class);
        assertThat(asked("DetectModerationLabels")).isEqualTo(1);
    }

    @Test
    void aPhotoThatIsRefusedHereIsNotSent() {
        switchOn(Check.MODERATION);

        assertThat(intake().take(Samples.bytes("too-blurred.jpg"))).isInstanceOf(Taken.Rejected.class);
        assertThat(asked("DetectModerationLabels")).isZero();
    }

    @Test
    void aPhotoThatIsOnlyAskedAboutIsNotSent() {
        switchOn(Check.MODERATION);

        assertThat(intake().unscreened().take(Samples.bytes(PHOTO))).isInstanceOf(Taken.Accepted.class);
        assertThat(asked("DetectModerationLabels")).isZero();
    }

    @Test
    void withoutAnAnswerThePhotoIsTakenInAndThatIsSaid() {
        switchOn(Check.EQUIPMENT);
        service.refuse(400, "AccessDeniedException", "no");

        var taken = (Taken.Accepted) intake().take(Samples.bytes(PHOTO));

        assertThat(taken.photo().findings()).contains(Finding.warn(Reason.UNCHECKED));
    }

    @Test
    void theOwnModelNeedsItsName() {
        switchOn(Check.CUSTOM_LABELS);
        var checks = house.inspect().checks();
        assertThatThrownBy(() -> checks.look(Check.CUSTOM_LABELS, Samples.bytes(PHOTO), ""))
                .hasMessage("inspect.no-model");

        house.cellar()
                .settings()
                .set(
                        InspectKeys.CUSTOM_MODEL,
                        "arn:aws:rekognition:eu-central-1:123456789012:project/p/version/p.2026/1700000000000");
        assertThat(((Sight.Things) checks.look(Check.CUSTOM_LABELS, Samples.bytes(PHOTO), "")).labels())
                .hasSize(2);
    }

    @Test
    void whatIsNoModelIsNotKept() {
        assertThat(InspectKeys.isModel("my-model")).isFalse();
        assertThatThrownBy(() -> house.cellar().settings().set(InspectKeys.CUSTOM_MODEL, "my-model"))
                .hasMessage("settings.out-of-range");
        assertThat(house.cellar().log().recent(5))
                .extracting(AuditEntry::action)
                .doesNotContain("inspect.switched-on");
    }
}

package io.vestibule.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditEntry;
import io.vestibule.check.Finding;
import io.vestibule.check.Reason;
import io.vestibule.cloud.PictureService;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.ProfileForm;
import io.vestibule.cloud.aws.S3Server;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.inspect.PhotoInspector.State;
import io.vestibule.journal.CallCount;
import io.vestibule.journal.PriceList;
import io.vestibule.local.engine.EngineSamples;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.photo.PhotoDecoder;
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

/// The whole program on a service behind a socket that supports the operations that only Amazon has.
class AwsChecksTest {

    private static final String PHOTO = "sample-person-1-probe.jpg";

    @TempDir
    private Path folder;

    private PictureService service;
    private Application application;

    @BeforeEach
    void open() {
        service = PictureService.start();
        var data = folder.resolve("data");
        try (var first = Application.open(data)) {
            first.cloud()
                    .profiles()
                    .write(
                            new ProfileForm(
                                    CredentialKind.PROCESS,
                                    new ProfileForm.CredentialFields(
                                            "default", Aws.printing(folder, S3Server.KEY_ID, S3Server.SECRET), "", ""),
                                    new ProfileForm.EndpointFields(
                                            Aws.REGION,
                                            service.endpoint().toString(),
                                            service.endpoint().toString(),
                                            ""),
                                    new ProfileForm.ProxyFields("", "", ""),
                                    new ProfileForm.StorageFields(S3Server.BUCKET, "", false, "")),
                            "");
        }
        application = TestApplication.furnished(data, Clock.systemUTC(), EngineSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        application.close();
        service.close();
    }

    private void switchOn(InspectionKind inspectionKind) {
        application.storage().settings().set(InspectKeys.aws(inspectionKind), true);
    }

    private PhotoIntake intake() {
        return application.enrol().intake();
    }

    private long asked(String operation) {
        return service.operations().stream().filter(operation::equals).count();
    }

    @Test
    void everyCheckIsOffByDefault() {
        var checks = application.inspect().checks();

        assertThat(Stream.of(InspectionKind.values()).map(checks::state)).containsOnly(State.OFF);
        assertThat(application.cloud().enabledOperations()).isEmpty();
        assertThatThrownBy(() -> checks.inspect(InspectionKind.TEXT, EngineSamples.bytes(PHOTO), ""))
                .isInstanceOf(InspectException.class);
        assertThat(intake().process(EngineSamples.bytes(PHOTO))).isInstanceOf(IntakeResult.Accepted.class);
        assertThat(service.operations()).noneMatch(operation -> operation.startsWith("Detect"));
    }

    @Test
    void enabledChecksAreCalledLoggedCountedAndPriced() {
        switchOn(InspectionKind.TEXT);

        var sight = (InspectionResult.Text)
                application.inspect().checks().inspect(InspectionKind.TEXT, EngineSamples.bytes(PHOTO), "photo-1");

        assertThat(sight.lines()).hasSize(2);
        var entry = application.storage().log().recent(1).getFirst();
        assertThat(entry.action()).isEqualTo("photo.looked-at");
        assertThat(entry.subject()).isEqualTo("photo-1");
        List<CallCount> calls = application
                .storage()
                .calls()
                .monthCounts(application.storage().clock().instant());
        assertThat(calls).contains(new CallCount("DetectText", 1, 1, 0));
        assertThat(PriceList.calls(calls)).isEqualByComparingTo(new BigDecimal("0.001"));
        assertThat(application.cloud().enabledOperations()).containsExactly(InspectionKind.TEXT.operation());
    }

    @Test
    void aNameIsReadOffABadge() throws Exception {
        switchOn(InspectionKind.TEXT);
        var badge = Files.write(folder.resolve("badge.jpg"), EngineSamples.bytes(PHOTO));

        assertThat(application.inspect().badges().names(badge)).containsExactly("Maria Da Silva");
    }

    @Test
    void aCoveredFaceIsRejectedWhenAPhotoIsAdded() {
        switchOn(InspectionKind.EQUIPMENT);

        var taken = (IntakeResult.Rejected) intake().process(EngineSamples.bytes(PHOTO));

        assertThat(taken.findings()).contains(Finding.refuse(Reason.FACE_COVERED));
    }

    @Test
    void anUnsuitableImportedPhotoIsRejectedAndACameraPhotoIsNotChecked() throws Exception {
        switchOn(InspectionKind.MODERATION);

        var taken = (IntakeResult.Rejected) intake().process(EngineSamples.bytes(PHOTO));
        assertThat(taken.findings()).containsExactly(Finding.refuse(Reason.UNFIT));

        var live = new PhotoDecoder(PhotoLimits.DEFAULT).decode(EngineSamples.bytes(PHOTO));
        assertThat(intake().processCaptured(live)).isInstanceOf(IntakeResult.Accepted.class);
        assertThat(asked("DetectModerationLabels")).isEqualTo(1);
    }

    @Test
    void aPhotoThatIsRefusedHereIsNotSent() {
        switchOn(InspectionKind.MODERATION);

        assertThat(intake().process(EngineSamples.bytes("too-blurred.jpg"))).isInstanceOf(IntakeResult.Rejected.class);
        assertThat(asked("DetectModerationLabels")).isZero();
    }

    @Test
    void aPhotoWithoutScreeningIsNotSent() {
        switchOn(InspectionKind.MODERATION);

        assertThat(intake().withoutScreening().process(EngineSamples.bytes(PHOTO)))
                .isInstanceOf(IntakeResult.Accepted.class);
        assertThat(asked("DetectModerationLabels")).isZero();
    }

    @Test
    void withoutAnAnswerThePhotoIsAcceptedAndThatIsReported() {
        switchOn(InspectionKind.EQUIPMENT);
        service.refuse(400, "AccessDeniedException", "no");

        var taken = (IntakeResult.Accepted) intake().process(EngineSamples.bytes(PHOTO));

        assertThat(taken.photo().findings()).contains(Finding.warn(Reason.UNCHECKED));
    }

    @Test
    void theCustomModelNeedsItsArn() {
        switchOn(InspectionKind.CUSTOM_LABELS);
        var checks = application.inspect().checks();
        assertThatThrownBy(() -> checks.inspect(InspectionKind.CUSTOM_LABELS, EngineSamples.bytes(PHOTO), ""))
                .hasMessage("inspect.no-model");

        application
                .storage()
                .settings()
                .set(
                        InspectKeys.CUSTOM_MODEL,
                        "arn:aws:rekognition:eu-central-1:123456789012:project/p/version/p.2026/1700000000000");
        assertThat(((InspectionResult.Labels)
                                checks.inspect(InspectionKind.CUSTOM_LABELS, EngineSamples.bytes(PHOTO), ""))
                        .labels())
                .hasSize(2);
    }

    @Test
    void anInvalidModelArnIsNotStored() {
        assertThat(InspectKeys.isModel("my-model")).isFalse();
        assertThatThrownBy(() -> application.storage().settings().set(InspectKeys.CUSTOM_MODEL, "my-model"))
                .hasMessage("settings.out-of-range");
        assertThat(application.storage().log().recent(5))
                .extracting(AuditEntry::action)
                .doesNotContain("inspect.switched-on");
    }
}

package io.vestibule.enrol;

import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.check.CheckKeys;
import io.vestibule.check.Finding;
import io.vestibule.check.PhotoCheck;
import io.vestibule.check.Reason;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of one file before anything of it is saved.
class PhotoIntakeTest {

    private static final Path SAMPLES = Path.of("assets/samples");
    private static final Path ANA = SAMPLES.resolve("sample-person-1/1.jpg");

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private final List<Boolean> screened = new ArrayList<>();

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private PhotoIntake intake() {
        return fixture.enrol().intake();
    }

    private PhotoIntake screenedBy(Finding... findings) {
        return new PhotoIntake(
                new PhotoDecoder(PhotoLimits.DEFAULT),
                () -> new PhotoCheck(
                        fixture.application().engine().vision(),
                        CheckKeys.read(fixture.application().storage().settings())),
                fixture.records(),
                (_, imported) -> {
                    screened.add(imported);
                    return List.of(findings);
                });
    }

    private static Pixels pixels(Path file) throws PhotoException {
        return new PhotoDecoder(PhotoLimits.DEFAULT).decode(file);
    }

    @Test
    void aGoodPhotoIsAcceptedAndNothingIsWritten() {
        assertNothingChanges(
                fixture,
                () -> assertThat(intake().process(ANA)).isInstanceOfSatisfying(IntakeResult.Accepted.class, taken -> {
                    assertThat(taken.photo().photo().bytes()).isNotEmpty();
                    assertThat(taken.photo().thumbnail()).isNotEmpty();
                }));
    }

    @Test
    void fileBytesAndPixelsOfAPictureComeToTheSame() throws Exception {
        var fromFile = intake().process(ANA);
        var fromBytes = intake().process(Files.readAllBytes(ANA));
        var fromPixels = intake().process(pixels(ANA));
        assertThat(List.of(fromFile, fromBytes, fromPixels))
                .extracting(intakeResult ->
                        ((IntakeResult.Accepted) intakeResult).photo().photo().sha256())
                .containsOnly(fixture.photos(0).getFirst().photo().sha256());
    }

    @Test
    void whatIsNoPictureCannotBeRead() {
        assertThat(intake().process("no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IntakeResult.Unreadable.class);
        assertThat(intake().process(new byte[0])).isInstanceOf(IntakeResult.Unreadable.class);
    }

    @Test
    void aFileThatIsNotThereCannotBeRead() {
        assertThat(intake().process(folder.resolve("nothing.jpg"))).isInstanceOf(IntakeResult.Unreadable.class);
    }

    @Test
    void aBlurredPhotoIsRejectedForThat() {
        assertThat(intake().process(SAMPLES.resolve("too-blurred.jpg")))
                .isInstanceOfSatisfying(IntakeResult.Rejected.class, taken -> {
                    assertThat(taken.findings()).contains(Finding.refuse(Reason.BLURRED));
                    assertThat(taken.thumbnail()).isNotEmpty();
                });
    }

    @Test
    void aPictureOfNobodyIsRejectedAndShownAsAWhole() {
        var blank = new Pixels(320, 400, new int[320 * 400]);
        assertThat(intake().process(blank)).isInstanceOfSatisfying(IntakeResult.Rejected.class, taken -> {
            assertThat(taken.findings()).contains(Finding.refuse(Reason.NO_FACE));
            assertThat(taken.thumbnail()).isNotEmpty();
        });
    }

    @Test
    void ofAGroupOneFaceIsPicked() {
        assertThat(intake().process(SAMPLES.resolve("group.jpg")))
                .isInstanceOfSatisfying(IntakeResult.MultipleFaces.class, multipleFaces -> {
                    assertThat(multipleFaces.faces()).hasSizeGreaterThan(1);
                    var picked = (IntakeResult.Accepted) intake().processSelectedFace(
                                    multipleFaces, multipleFaces.faces().getFirst());
                    assertThat(picked.photo().photo().width())
                            .isLessThan(multipleFaces.pixels().width());
                });
    }

    @Test
    void aPhotoThatWasSavedBeforeNamesWhoHasIt() {
        var ana = fixture.save("Ana", fixture.photos(0));
        assertThat(intake().process(ANA)).isInstanceOfSatisfying(IntakeResult.AlreadySaved.class, alreadySaved -> {
            assertThat(alreadySaved.holder().id()).isEqualTo(ana);
            assertThat(alreadySaved.photo().photo().sha256())
                    .isEqualTo(fixture.photos(0).getFirst().photo().sha256());
        });
    }

    @Test
    void nothingIsTakenBeforeThereIsACompany() {
        fixture.people().companies().activate(new CompanyId("nobody-1"));
        assertThatThrownBy(() -> intake().process(ANA))
                .isInstanceOf(EnrolException.class)
                .hasMessage("enrol.no-company");
    }

    @Test
    void whatTheServiceRefusesIsRejected() {
        var unfit = Finding.refuse(Reason.UNFIT);
        assertThat(screenedBy(unfit).process(ANA))
                .isInstanceOfSatisfying(
                        IntakeResult.Rejected.class,
                        taken -> assertThat(taken.findings()).first().isEqualTo(unfit));
    }

    @Test
    void whatTheServiceRemarksOnIsAcceptedWithTheRemark() {
        var unchecked = Finding.warn(Reason.UNCHECKED);
        assertThat(screenedBy(unchecked).process(ANA))
                .isInstanceOfSatisfying(
                        IntakeResult.Accepted.class,
                        taken -> assertThat(taken.photo().findings()).first().isEqualTo(unchecked));
    }

    @Test
    void theServiceIsToldWhetherThePhotoComesFromTheCameraOfThisDesk() throws Exception {
        var intake = screenedBy();
        intake.processCaptured(pixels(ANA));
        intake.process(pixels(ANA));
        intake.process(ANA);
        assertThat(screened).containsExactly(false, true, true);
    }

    @Test
    void theServiceIsNotAskedAboutWhatIsRejectedOrKnownAnyway() {
        fixture.save("Ana", fixture.photos(0));
        var intake = screenedBy();
        intake.process(SAMPLES.resolve("too-blurred.jpg"));
        intake.process(ANA);
        assertThat(screened).isEmpty();
    }

    @Test
    void theServiceIsNotAskedAboutAPhotoThatIsNotKept() {
        assertThat(screenedBy().withoutScreening().process(ANA)).isInstanceOf(IntakeResult.Accepted.class);
        assertThat(screened).isEmpty();
    }

    @Test
    void whoGivesUpBeforeTheirTurnTakesNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> intake().process(ANA)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(intake().process(ANA)).isInstanceOf(IntakeResult.Accepted.class);
    }

    @Test
    void aPhotoOfSomebodyElseIsToldFromTheRest() {
        var stranger = fixture.photos(1).getFirst();
        var photos = new ArrayList<>(fixture.photos(0));
        photos.add(stranger);
        assertThat(intake().outliers(photos)).containsExactly(stranger);
        assertThat(intake().outliers(fixture.photos(0))).isEmpty();
        assertThat(intake().outliers(List.of())).isEmpty();
        assertThat(intake().outliers(List.of(stranger))).isEmpty();
    }
}

package io.vestibule.enrol;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.Step;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Saving somebody new, and more photos of somebody known: what is written, and what is refused with nothing
/// written.
class EnrolFlowTest {

    private static final DuplicateDecision NEW = new DuplicateDecision.NoDuplicate();

    @TempDir
    Path folder;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private EnrolFlow enrol() {
        return fixture.enrol().enrol();
    }

    private static EnrolDetails with(EnrolDetails enrolDetails, Optional<LegalBasis> basis) {
        return new EnrolDetails(
                enrolDetails.name(),
                enrolDetails.kind(),
                enrolDetails.contact(),
                enrolDetails.sites(),
                enrolDetails.note(),
                enrolDetails.expires(),
                basis);
    }

    @Test
    void savingWritesPersonPhotosAndConsentBeforeAnythingIsSent() {
        var service = fixture.serviceState();
        var saved = enrol().save(fixture.visitor(" Ana "), fixture.photos(0), NEW);
        assertThat(saved.saved()).isEqualTo(3);
        assertThat(saved.known()).isZero();
        assertThat(fixture.person(saved.person()).name()).isEqualTo("Ana");
        assertThat(fixture.photosOf(saved.person())).hasSize(3);
        assertThat(fixture.bases(saved.person())).hasSize(1).hasOnlyElementsOfType(LegalBasis.Consent.class);
        assertThat(fixture.standing(saved.person())).isEqualTo(State.SAVING);
        assertThat(fixture.serviceState()).isEqualTo(service);
    }

    @Test
    void theLogNamesWhoEnrolledWhom() {
        fixture.signIn(Role.RECEPTION);
        var ana = fixture.save("Ana", List.of());
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void allStepsOfAnEnrolmentAreOneJob() {
        var saved = enrol().save(fixture.visitor("Ana"), fixture.photos(0).subList(0, 1), NEW);
        var photo = fixture.photosOf(saved.person()).getFirst().toString();
        var person = saved.person().toString();
        assertThat(fixture.journal().steps(saved.job().orElseThrow()))
                .extracting(Step::kind, Step::subject)
                .containsExactly(
                        tuple(EnrolStep.STORE_PHOTO.key(), photo),
                        tuple(EnrolStep.INDEX_PHOTO.key(), photo),
                        tuple(EnrolStep.CREATE_USER.key(), person),
                        tuple(EnrolStep.ASSOCIATE_FIRST.key(), person),
                        tuple(EnrolStep.ASSOCIATE_REST.key(), person),
                        tuple(EnrolStep.FOLLOW_USER.key(), person));
    }

    @Test
    void whoIsSavedWithoutPhotosHasNothingToSend() {
        var saved = enrol().save(fixture.visitor("Ana"), List.of(), NEW);
        assertThat(saved.job()).isEmpty();
        assertThat(fixture.journal().openSteps(10)).isEmpty();
        assertThat(fixture.standing(saved.person())).isEqualTo(State.NO_PHOTO);
    }

    @Test
    void aPhotoThatTheCompanyHasIsLeftOutAndCounted() {
        fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var again = enrol().save(fixture.visitor("Anna"), fixture.photos(0), NEW);
        assertThat(again.saved()).isEqualTo(2);
        assertThat(again.known()).isEqualTo(1);
    }

    @Test
    void aPhotoThatComesTwiceIsSavedOnce() {
        var photo = fixture.photos(0).getFirst();
        var saved = enrol().save(fixture.visitor("Ana"), List.of(photo, photo), NEW);
        assertThat(saved.saved()).isEqualTo(1);
        assertThat(saved.known()).isEqualTo(1);
        var other = fixture.photos(0).getLast();
        var added = enrol().addPhotos(saved.person(), List.of(other, other));
        assertThat(added.saved()).isEqualTo(1);
        assertThat(fixture.photosOf(saved.person())).hasSize(2);
    }

    @Test
    void nothingIsSavedWithoutConsent() {
        var enrolDetails = with(fixture.visitor("Ana"), Optional.empty());
        assertRefused(fixture, () -> enrol().save(enrolDetails, fixture.photos(0), NEW), "enrol.consent-missing");
    }

    @Test
    void nobodyIsPutOnTheWatchListWithoutAReason() {
        var enrolDetails = fixture.details("Ana", PersonKind.WATCH, fixture.consent());
        assertRefused(fixture, () -> enrol().save(enrolDetails, List.of(), NEW), "enrol.reason-missing");
    }

    @Test
    void nothingIsSavedWithoutAnEnd() {
        var visitor = fixture.visitor("Ana");
        var endless = new EnrolDetails(
                "Ana", PersonKind.VISITOR, Contact.NONE, Set.of(), "", Optional.empty(), visitor.basis());
        assertRefused(fixture, () -> enrol().save(endless, List.of(), NEW), "enrol.expiry-missing");
    }

    @Test
    void photosOfSomebodyWhoSaidNoAreNotSaved() {
        var enrolDetails = fixture.details("Ana", PersonKind.VISITOR, fixture.declined());
        assertRefused(fixture, () -> enrol().save(enrolDetails, fixture.photos(0), NEW), "enrol.photos-declined");
    }

    @Test
    void whoSaidNoIsSavedWithoutPhotos() {
        var ana = fixture.declining("Ana");
        assertThat(fixture.bases(ana)).hasOnlyElementsOfType(LegalBasis.Declined.class);
        assertThat(fixture.photosOf(ana)).isEmpty();
    }

    @Test
    void photosAreNotAddedToSomebodyWhoSaidNo() {
        var ana = fixture.declining("Ana");
        assertRefused(fixture, () -> enrol().addPhotos(ana, fixture.photos(0)), "enrol.photos-declined");
    }

    @Test
    void whoAgreesWhenAskedAgainGetsPhotosAndTheAnswerIsKept() {
        var ana = fixture.declining("Ana");
        fixture.clock.pass(Duration.ofSeconds(1));
        var added = enrol().addPhotos(ana, fixture.photos(0), Optional.of(fixture.consent()));
        assertThat(added.saved()).isEqualTo(3);
        assertThat(fixture.bases(ana)).hasSize(2).hasAtLeastOneElementOfType(LegalBasis.Consent.class);
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.asked", "person.photos-added");
    }

    @Test
    void whoRefusesAgainGetsNoPhotos() {
        var ana = fixture.declining("Ana");
        fixture.clock.pass(Duration.ofSeconds(1));
        assertRefused(
                fixture,
                () -> enrol().addPhotos(ana, fixture.photos(0), Optional.of(fixture.declined())),
                "enrol.photos-declined");
    }

    @Test
    void nobodyIsPutOnTheWatchListWithoutAFace() {
        var enrolDetails = fixture.details("Ana", PersonKind.WATCH, fixture.reason());
        assertRefused(fixture, () -> enrol().save(enrolDetails, List.of(), NEW), "enrol.watch-without-face");
        assertThat(enrol().save(enrolDetails, fixture.photos(0), NEW).saved()).isEqualTo(3);
        var again = fixture.details("Bo", PersonKind.WATCH, fixture.reason());
        assertRefused(fixture, () -> enrol().save(again, fixture.photos(0), NEW), "enrol.watch-without-face");
    }

    @Test
    void aWatchedPersonWhoseFaceIsGoneNeedsAPhoto() {
        var ana = fixture.watched("Ana", List.of());
        assertThat(fixture.standing(ana)).isEqualTo(EnrolmentStatus.State.NEEDS_PHOTO);
        assertThat(fixture.standing(fixture.save("Bo", List.of()))).isEqualTo(EnrolmentStatus.State.NO_PHOTO);
    }

    @Test
    void theLatestAnswerToTheQuestionOfConsentCounts() {
        var ana = fixture.declining("Ana");
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.enrol()
                .commands()
                .renew(ana, fixture.consent(), fixture.clock.instant().plusSeconds(60));
        assertThat(enrol().addPhotos(ana, fixture.photos(0)).saved()).isEqualTo(3);
    }

    @Test
    void savingNeedsSomebodyWhoIsSignedIn() {
        var enrolDetails = fixture.visitor("Ana");
        assertNeedsSignIn(fixture, () -> enrol().save(enrolDetails, List.of(), NEW));
    }

    @Test
    void theWatchListIsNotForTheReception() {
        var enrolDetails = fixture.details("Ana", PersonKind.WATCH, fixture.reason());
        assertNotAllowed(
                fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> enrol().save(enrolDetails, List.of(), NEW));
    }

    @Test
    void addingPhotosNeedsSomebodyWhoIsSignedIn() {
        var ana = fixture.save("Ana", List.of());
        assertNeedsSignIn(fixture, () -> enrol().addPhotos(ana, fixture.photos(0)));
    }

    @Test
    void photosOfSomebodyOnTheWatchListAreNotAddedByTheReception() {
        var ana = fixture.watched("Ana", List.of());
        assertNotAllowed(
                fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> enrol().addPhotos(ana, fixture.photos(0)));
    }

    @Test
    void photosAreNotAddedToSomebodyWhoIsGone() {
        var never = PersonId.mint();
        assertRefused(fixture, () -> enrol().addPhotos(never, fixture.photos(0)), "enrol.person-gone");
        var ana = fixture.save("Ana", List.of());
        fixture.enrol().commands().remove(ana);
        assertRefused(fixture, () -> enrol().addPhotos(ana, fixture.photos(0)), "enrol.person-gone");
    }

    @Test
    void nobodyIsSavedBeforeThereIsACompany() {
        var enrolDetails = fixture.visitor("Ana");
        fixture.people().companies().activate(new CompanyId("nobody-1"));
        assertRefused(fixture, () -> enrol().save(enrolDetails, List.of(), NEW), "enrol.no-company");
    }

    @Test
    void addingPhotosIsWrittenInTheLogAndSendsThem() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var added = enrol().addPhotos(ana, fixture.photos(0));
        assertThat(added.saved()).isEqualTo(2);
        assertThat(added.known()).isEqualTo(1);
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.photos-added");
        fixture.work();
        assertThat(fixture.facesAtService(ana)).hasSize(3);
    }

    @Test
    void addingNothingSendsNothing() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        for (var none : List.of(List.<DraftPhoto>of(), fixture.photos(0).subList(0, 1))) {
            assertNothingChanges(fixture, () -> {
                var added = enrol().addPhotos(ana, none);
                assertThat(added.job()).isEmpty();
                assertThat(added.saved()).isZero();
            });
        }
    }

    @Test
    void whatFailsHalfWayLeavesNothingBehind() {
        var nobody = new DuplicateDecision.DifferentPerson(PersonId.mint());
        var enrolDetails = fixture.visitor("Ana");
        assertNothingChanges(
                fixture,
                () -> assertThatThrownBy(() -> enrol().save(enrolDetails, fixture.photos(0), nobody))
                        .isInstanceOf(RuntimeException.class));
    }
}

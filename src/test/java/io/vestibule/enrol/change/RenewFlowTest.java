package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Welcoming somebody back with a new consent and a new end.
class RenewFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.save("Ana", List.of());
        fixture.clock.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Undo renew(PersonId person, LegalBasis basis, Instant until) {
        return fixture.enrol().commands().renew(person, basis, until);
    }

    private Instant in(Duration time) {
        return fixture.clock.instant().plus(time);
    }

    private Instant later() {
        return in(Duration.ofDays(20));
    }

    @Test
    void aRenewalAddsTheConsentAndMovesTheEnd() {
        renew(ana, fixture.consent(), later());
        assertThat(fixture.person(ana).expires()).contains(later());
        assertThat(fixture.bases(ana)).hasSize(2);
        assertThat(fixture.bases(ana).getFirst().at()).isEqualTo(fixture.clock.instant());
    }

    @Test
    void anEndThatIsLaterAlreadyStays() {
        var end = fixture.person(ana).expires();
        renew(ana, fixture.consent(), in(Duration.ofDays(1)));
        assertThat(fixture.person(ana).expires()).isEqualTo(end);
    }

    @Test
    void aRenewalAndItsUndoAreWrittenInTheLog() {
        renew(ana, fixture.consent(), later()).undo();
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.renewed", "person.renewal-undone");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void theUndoWithdrawsTheConsentAndMovesTheEndBack() {
        var end = fixture.person(ana).expires();
        var first = fixture.bases(ana);
        assertThat(renew(ana, fixture.consent(), later()).undo()).isTrue();
        assertThat(fixture.person(ana).expires()).isEqualTo(end);
        assertThat(fixture.bases(ana)).isEqualTo(first);
    }

    @Test
    void theUndoKeepsWhatElseWasTypedSince() {
        var undo = renew(ana, fixture.consent(), later());
        var now = PersonEdit.of(fixture.person(ana));
        fixture.enrol()
                .commands()
                .edit(ana, new PersonEdit("Anna", now.kind(), now.contact(), now.sites(), "x", now.expires()));
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).name()).isEqualTo("Anna");
        assertThat(fixture.person(ana).note()).isEqualTo("x");
    }

    @Test
    void aRenewalIsUndoneAfterARestart() {
        renew(ana, fixture.consent(), later());
        fixture.restart();
        var undo = fixture.enrol().commands().undoable().getFirst();
        assertThat(undo.kind()).isEqualTo(Undo.ChangeKind.RENEW);
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.bases(ana)).hasSize(1);
    }

    @Test
    void afterTenSecondsARenewalStays() {
        var undo = renew(ana, fixture.consent(), later());
        fixture.clock.pass(Undo.WINDOW.plusMillis(1));
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void theTimeToUndoCountsFromSavingAndNotFromTheConsent() {
        var consent = fixture.consent();
        fixture.clock.pass(Duration.ofMinutes(1));
        var undo = renew(ana, consent, later());
        assertThat(fixture.enrol().commands().undoable()).hasSize(1);
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.bases(ana)).hasSize(1);
    }

    @Test
    void theUndoWithdrawsOnlyTheConsentOfThisRenewal() {
        var consent = fixture.consent();
        renew(ana, consent, later());
        fixture.clock.pass(Duration.ofMillis(1));
        assertThat(renew(ana, consent, later()).undo()).isTrue();
        assertThat(fixture.bases(ana)).hasSize(2);
    }

    @Test
    void theLaterOfTwoRenewalsIsUndoneFirst() {
        var first = renew(ana, fixture.consent(), later());
        fixture.clock.pass(Duration.ofMillis(1));
        var second = renew(ana, fixture.consent(), later());
        assertNothingChanges(fixture, () -> assertThat(first.undo()).isFalse());
        assertThat(second.undo()).isTrue();
        assertThat(first.undo()).isTrue();
        assertThat(fixture.bases(ana)).hasSize(1);
    }

    @Test
    void renewingNeedsSomebodyWhoIsSignedInAndSoDoesItsUndo() {
        var consent = fixture.consent();
        assertNeedsSignIn(fixture, () -> renew(ana, consent, later()));
        var undo = renew(ana, consent, later());
        assertNeedsSignIn(fixture, undo::undo);
    }

    @Test
    void nobodyOnTheWatchListIsRenewedByTheReception() {
        var watched = fixture.watched("Bo", List.of());
        fixture.clock.pass(Duration.ofHours(1));
        var reason = fixture.reason();
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> renew(watched, reason, later()));
        var undo = renew(watched, reason, later());
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, undo::undo);
    }

    @Test
    void whoSaysNoNowKeepsNoPhotosByARenewal() {
        var bo = fixture.save("Bo", fixture.photos(0));
        fixture.clock.pass(Duration.ofHours(1));
        assertRefused(fixture, () -> renew(bo, fixture.declined(), later()), "enrol.photos-declined");
    }

    @Test
    void aConsentIsNotWithdrawnByAnUndoWhilePhotosDependOnIt() {
        var cy = fixture.declining("Cy");
        fixture.clock.pass(Duration.ofHours(1));
        var undo = renew(cy, fixture.consent(), later());
        fixture.enrol().enrol().addPhotos(cy, fixture.photos(0));
        assertRefused(fixture, undo::undo, "enrol.photos-declined");
    }

    @Test
    void whoSaysNoNowAndHasNoPhotosIsRenewed() {
        renew(ana, fixture.declined(), later());
        assertThat(fixture.bases(ana).getFirst()).isInstanceOf(LegalBasis.Declined.class);
    }

    @Test
    void consentRenewsNobodyOnTheWatchList() {
        var watched = fixture.watched("Bo", List.of());
        assertRefused(fixture, () -> renew(watched, fixture.consent(), later()), "enrol.reason-missing");
    }

    @Test
    void aReasonThatIsIncompleteRenewsNobody() {
        var watched = fixture.watched("Bo", List.of());
        var today = LocalDate.ofInstant(fixture.clock.instant(), ZoneOffset.UTC);
        var due = new LegalBasis.Reason("House ban", "Guard", today, fixture.clock.instant(), fixture.operator());
        assertRefused(fixture, () -> renew(watched, due, later()), "enrol.reason-incomplete");
    }

    @Test
    void theNewEndHasToBePossible() {
        var beyond = fixture.clock.instant().plus(EnrolDetails.MAX_RETENTION).plusMillis(1);
        assertRefused(fixture, () -> renew(ana, fixture.consent(), fixture.clock.instant()), "enrol.expiry-unfit");
        assertRefused(fixture, () -> renew(ana, fixture.consent(), beyond), "enrol.expiry-unfit");
    }

    @Test
    void whoIsGoneIsNotRenewed() {
        fixture.enrol().commands().remove(ana);
        assertRefused(fixture, () -> renew(ana, fixture.consent(), later()), "enrol.person-gone");
        assertRefused(fixture, () -> renew(PersonId.mint(), fixture.consent(), later()), "enrol.person-gone");
    }

    @Test
    void whoWasRemovedMeanwhileIsNotRenewedBack() {
        var undo = renew(ana, fixture.consent(), later());
        fixture.enrol().commands().remove(ana);
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }
}

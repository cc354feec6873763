package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.Contact;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Correcting what was typed about somebody.
class EditFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.save("Ana", List.of());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Undo edit(PersonId person, PersonEdit edit) {
        return fixture.enrol().commands().edit(person, edit);
    }

    private PersonEdit now(PersonId person) {
        return PersonEdit.of(fixture.person(person));
    }

    private PersonEdit named(String name) {
        var now = now(ana);
        return new PersonEdit(name, now.kind(), now.contact(), now.sites(), now.note(), now.expires());
    }

    private PersonEdit noted(PersonId person, String note) {
        var now = now(person);
        return new PersonEdit(now.name(), now.kind(), now.contact(), now.sites(), note, now.expires());
    }

    private PersonEdit of(PersonId person, PersonKind kind) {
        var now = now(person);
        return new PersonEdit(now.name(), kind, now.contact(), now.sites(), now.note(), now.expires());
    }

    private PersonEdit until(Optional<Instant> end) {
        var now = now(ana);
        return new PersonEdit(now.name(), now.kind(), now.contact(), now.sites(), now.note(), end);
    }

    @Test
    void everythingThatWasTypedIsOverwritten() {
        var site = fixture.people().companies().sites(fixture.company().id()).getFirst();
        var typed = new PersonEdit(
                "Anna",
                PersonKind.EMPLOYEE,
                new Contact("a@b.org", "12345", "Bo"),
                Set.of(site.id()),
                "Left-handed",
                Optional.of(fixture.clock.instant().plus(Duration.ofDays(3))));
        edit(ana, typed);
        assertThat(now(ana)).isEqualTo(typed);
    }

    @Test
    void theNameIsStripped() {
        edit(ana, named("  Anna "));
        assertThat(fixture.person(ana).name()).isEqualTo("Anna");
    }

    @Test
    void anEditAndItsUndoAreWrittenInTheLog() {
        edit(ana, named("Anna")).undo();
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.edited", "person.edit-undone");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void theUndoBringsBackWhatWasTypedBefore() {
        var before = now(ana);
        assertThat(edit(ana, named("Anna")).undo()).isTrue();
        assertThat(now(ana)).isEqualTo(before);
        assertThat(fixture.enrol().commands().undoable()).isEmpty();
    }

    @Test
    void anEditIsUndoneAfterARestart() {
        edit(ana, named("Anna"));
        fixture.restart();
        var undo = fixture.enrol().commands().undoable().getFirst();
        assertThat(undo.kind()).isEqualTo(Undo.ChangeKind.EDIT);
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).name()).isEqualTo("Ana");
    }

    @Test
    void afterTenSecondsAnEditStays() {
        var undo = edit(ana, named("Anna"));
        fixture.clock.pass(Undo.WINDOW);
        assertThat(fixture.enrol().commands().undoable()).isEmpty();
        fixture.clock.pass(Duration.ofMillis(1));
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void theLaterOfTwoEditsIsUndoneFirst() {
        var first = edit(ana, named("Anna"));
        fixture.clock.pass(Duration.ofMillis(1));
        var second = edit(ana, named("Hanna"));
        assertNothingChanges(fixture, () -> assertThat(first.undo()).isFalse());
        assertThat(second.undo()).isTrue();
        assertThat(first.undo()).isTrue();
        assertThat(fixture.person(ana).name()).isEqualTo("Ana");
    }

    @Test
    void whoWasRemovedMeanwhileIsNotEditedBack() {
        var undo = edit(ana, named("Anna"));
        fixture.enrol().commands().remove(ana);
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void editingNeedsSomebodyWhoIsSignedInAndSoDoesItsUndo() {
        var typed = named("Anna");
        assertNeedsSignIn(fixture, () -> edit(ana, typed));
        var undo = edit(ana, typed);
        assertNeedsSignIn(fixture, undo::undo);
    }

    @Test
    void theReceptionEditsVisitorsButNobodyOnTheWatchList() {
        var watched = fixture.watched("Bo", List.of());
        var typed = noted(watched, "x");
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> edit(watched, typed));
        fixture.signIn(Role.RECEPTION);
        edit(ana, noted(ana, "x"));
        assertThat(fixture.person(ana).note()).isEqualTo("x");
    }

    @Test
    void theReceptionPutsNobodyOnTheWatchListByAnEdit() {
        var typed = of(ana, PersonKind.WATCH);
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> edit(ana, typed));
    }

    @Test
    void theReceptionTakesNobodyOffTheWatchListByAnEdit() {
        var watched = fixture.watched("Bo", List.of());
        var typed = of(watched, PersonKind.VISITOR);
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> edit(watched, typed));
    }

    @Test
    void theReceptionUndoesNoEditOfSomebodyOnTheWatchList() {
        var watched = fixture.watched("Bo", List.of());
        var undo = edit(watched, noted(watched, "x"));
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, undo::undo);
    }

    @Test
    void theReceptionPutsNobodyBackOnTheWatchListByAnUndo() {
        var watched = fixture.watched("Bo", List.of());
        var undo = edit(watched, of(watched, PersonKind.VISITOR));
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, undo::undo);
    }

    @Test
    void consentIsNoReasonToBePutOnTheWatchListByAnEdit() {
        assertRefused(fixture, () -> edit(ana, of(ana, PersonKind.WATCH)), "enrol.reason-missing");
    }

    @Test
    void whatIsWrongIsRefused() {
        var now = now(ana);
        var wrong =
                new PersonEdit(" ", now.kind(), new Contact("x", "x", "x".repeat(201)), Set.of(), "", now.expires());
        assertRefused(
                fixture,
                () -> edit(ana, wrong),
                "enrol.name-missing",
                "enrol.email-unfit",
                "enrol.phone-unfit",
                "enrol.text-too-long");
    }

    @Test
    void anEndThatIsTypedAnewHasToBePossible() {
        var past = Optional.of(fixture.clock.instant());
        assertRefused(fixture, () -> edit(ana, until(Optional.empty())), "enrol.expiry-missing");
        assertRefused(fixture, () -> edit(ana, until(past)), "enrol.expiry-unfit");
    }

    @Test
    void anEndThatIsOverAndNotTouchedDoesNotStandInTheWay() {
        fixture.clock.pass(Duration.ofDays(8));
        edit(ana, named("Anna"));
        assertThat(fixture.person(ana).name()).isEqualTo("Anna");
    }

    @Test
    void aReasonWhoseReviewIsDueDoesNotStandInTheWayOfANote() {
        var watched = fixture.watched("Bo", List.of());
        fixture.clock.pass(Duration.ofDays(31));
        edit(watched, noted(watched, "x"));
        assertThat(fixture.person(watched).note()).isEqualTo("x");
    }

    @Test
    void aReasonWhoseReviewIsDueIsNoneForAnotherKind() {
        var watched = fixture.watched("Bo", List.of());
        fixture.clock.pass(Duration.ofDays(31));
        assertRefused(fixture, () -> edit(watched, of(watched, PersonKind.VISITOR)), "enrol.reason-incomplete");
    }

    @Test
    void whoIsGoneIsNotEdited() {
        var typed = named("Anna");
        fixture.enrol().commands().remove(ana);
        assertRefused(fixture, () -> edit(ana, typed), "enrol.person-gone");
        assertRefused(fixture, () -> edit(PersonId.mint(), typed), "enrol.person-gone");
    }
}

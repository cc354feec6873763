package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus.State;
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

/// The question about somebody who was saved unasked and looks like somebody who is there, and the answers to it.
class DuplicateFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private DuplicateFlow flow;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        flow = fixture.enrol().duplicates();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private PersonId saveUnasked(EnrolDetails enrolDetails, List<DraftPhoto> photos) {
        fixture.clock.pass(Duration.ofMinutes(1));
        var saved = fixture.enrol().enrol().save(enrolDetails, photos, new DuplicateDecision.SearchDeferred());
        fixture.work();
        return saved.person();
    }

    private PersonId newcomer() {
        return saveUnasked(fixture.visitor("Anna"), fixture.freshPhotos());
    }

    @Test
    void theNewcomersNameReplacesTheOldOneAndComesBackByUndo() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        var undo =
                flow.answer(anna, new DuplicateDecision.SamePerson(ana, true)).orElseThrow();
        assertThat(fixture.person(ana).name()).isEqualTo("Anna");
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).name()).isEqualTo("Ana");
    }

    @Test
    void whoLooksEnrolledIsParkedBeforeAnythingOfTheirsIsSent() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var service = fixture.serviceState();
        var anna = newcomer();
        assertThat(fixture.standing(anna)).isEqualTo(State.STUCK);
        assertThat(fixture.serviceState()).isEqualTo(service);
        assertThat(flow.findQuestion(anna)).hasValueSatisfying(question -> {
            assertThat(question.newcomer().id()).isEqualTo(anna);
            assertThat(question.match().person().id()).isEqualTo(ana);
            assertThat(question.match().similarity()).isBetween(95f, 100f);
            assertThat(question.match().engine())
                    .isEqualTo(fixture.real().faces().scoreScale());
        });
    }

    @Test
    void nobodyIsAskedAboutWhoLooksLikeNobody() {
        fixture.enrol("Ana", fixture.photos(0));
        var cleo = saveUnasked(fixture.visitor("Cleo"), fixture.photos(2));
        assertThat(flow.findQuestion(cleo)).isEmpty();
        assertThat(fixture.standing(cleo)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void thereIsNoQuestionAboutSomebodyWhoIsNotThere() {
        assertThat(flow.findQuestion(PersonId.mint())).isEmpty();
    }

    @Test
    void answeringNeedsSomebodyWhoIsSignedIn() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        for (var decision : List.of(
                new DuplicateDecision.SamePerson(ana),
                new DuplicateDecision.UpdatedPerson(ana),
                new DuplicateDecision.DifferentPerson(ana))) {
            assertNeedsSignIn(fixture, () -> flow.answer(anna, decision));
        }
    }

    @Test
    void theReceptionMergesNobodyIntoSomebodyOnTheWatchListByAnAnswer() {
        var ana = fixture.watched("Ana", fixture.photos(0));
        var anna = newcomer();
        for (var decision : List.of(new DuplicateDecision.SamePerson(ana), new DuplicateDecision.UpdatedPerson(ana))) {
            assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> flow.answer(anna, decision));
        }
    }

    @Test
    void photosOfTheNewcomerAreNotGivenToSomebodyWhoSaidNo() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        fixture.photosOf(ana).forEach(fixture.enrol().commands()::removePhoto);
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.enrol()
                .commands()
                .renew(ana, fixture.declined(), fixture.clock.instant().plusSeconds(60));
        assertRefused(fixture, () -> flow.answer(anna, new DuplicateDecision.SamePerson(ana)), "enrol.photos-declined");
        assertRefused(
                fixture, () -> flow.answer(anna, new DuplicateDecision.UpdatedPerson(ana)), "enrol.photos-declined");
        assertThat(flow.findQuestion(anna))
                .hasValueSatisfying(
                        question -> assertThat(question.match().person().id()).isEqualTo(ana));
    }

    @Test
    void theSamePersonGetsTheNewPhotosAndConsent() {
        fixture.signIn(Role.RECEPTION);
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        var undo = flow.answer(anna, new DuplicateDecision.SamePerson(ana));
        assertThat(undo).isPresent();
        assertThat(fixture.bases(ana)).hasSize(2);
        assertThat(fixture.actions(anna)).containsExactly("person.enrolled", "person.merged");
        fixture.passUndoWindow();
        fixture.passUndoWindow();
        assertThat(fixture.facesAtService(ana)).hasSize(6);
        assertThat(fixture.isGone(anna)).isTrue();
    }

    @Test
    void theAnswerThatItIsTheSamePersonIsTakenBackAndAskedAgain() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        assertThat(flow.answer(anna, new DuplicateDecision.SamePerson(ana))
                        .orElseThrow()
                        .undo())
                .isTrue();
        assertThat(fixture.photosOf(ana)).hasSize(3);
        assertThat(fixture.photosOf(anna)).hasSize(3);
        assertThat(fixture.person(anna).removed()).isEmpty();
    }

    @Test
    void whoIsUpdatedTakesWhatWasTypedAndTheirOldPhotosGo() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var old = fixture.photosOf(ana);
        var end = fixture.clock.instant().plus(Duration.ofDays(2));
        var typed = new EnrolDetails(
                "Anna",
                PersonKind.VISITOR,
                new Contact("a@b.org", "", "Bo"),
                Set.of(),
                "new",
                Optional.of(end),
                Optional.of(fixture.consent()));
        var anna = saveUnasked(typed, fixture.freshPhotos());
        assertThat(flow.answer(anna, new DuplicateDecision.UpdatedPerson(ana))).isPresent();
        fixture.work();
        assertThat(fixture.photosOf(ana)).hasSize(6).containsAll(old);
        fixture.passUndoWindow();
        fixture.passUndoWindow();
        assertThat(fixture.photosOf(ana)).hasSize(3).doesNotContainAnyElementsOf(old);
        assertThat(fixture.person(ana).contact()).isEqualTo(typed.contact());
        assertThat(fixture.person(ana).note()).isEqualTo("new");
        assertThat(fixture.person(ana).expires()).contains(end);
        assertThat(fixture.person(ana).name()).isEqualTo("Ana");
        old.forEach(photo -> assertThat(fixture.actions(photo)).containsExactly("photo.replaced"));
    }

    @Test
    void somebodyElseIsRememberedAsSuchAndEnrolled() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var twin = newcomer();
        assertThat(flow.answer(twin, new DuplicateDecision.DifferentPerson(ana)))
                .isEmpty();
        fixture.work();
        assertThat(fixture.standing(twin)).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.people().persons().lookAlikes(twin)).containsExactly(ana);
        assertThat(fixture.actions(twin)).containsExactly("person.enrolled", "person.different");
    }

    @Test
    void afterOneLookAlikeTheNextIsAskedAbout() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var first = newcomer();
        flow.answer(first, new DuplicateDecision.DifferentPerson(ana));
        fixture.work();
        var second = saveUnasked(fixture.visitor("Third"), fixture.photos(0).subList(1, 2));
        var asked = flow.findQuestion(second).orElseThrow().match().person().id();
        flow.answer(second, new DuplicateDecision.DifferentPerson(asked));
        fixture.work();
        assertThat(flow.findQuestion(second))
                .hasValueSatisfying(
                        question -> assertThat(question.match().person().id())
                                .isIn(ana, first)
                                .isNotEqualTo(asked));
    }

    @Test
    void aDecisionAboutAnotherPersonThanTheMatchIsNoAnswer() {
        fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        for (var other : List.of(fixture.save("Cy", List.of()), PersonId.mint())) {
            for (var decision : List.of(
                    new DuplicateDecision.SamePerson(other),
                    new DuplicateDecision.UpdatedPerson(other),
                    new DuplicateDecision.DifferentPerson(other))) {
                assertRefused(fixture, () -> flow.answer(anna, decision), "enrol.answered-already");
            }
        }
        assertThat(flow.findQuestion(anna)).isPresent();
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        flow.answer(anna, new DuplicateDecision.DifferentPerson(ana));
        fixture.work();
        assertRefused(
                fixture, () -> flow.answer(anna, new DuplicateDecision.SamePerson(ana)), "enrol.answered-already");
    }

    @Test
    void whoWasNeverAskedAboutIsNotAnswered() {
        var ana = fixture.save("Ana", List.of());
        assertRefused(fixture, () -> flow.answer(ana, new DuplicateDecision.SamePerson(ana)), "enrol.answered-already");
    }

    @Test
    void aMatchWhoWasRemovedMeanwhileIsNoQuestionAndTheEnrolmentGoesOnWhenTriedAgain() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        fixture.enrol().commands().remove(ana);
        assertThat(flow.findQuestion(anna)).isEmpty();
        assertRefused(
                fixture, () -> flow.answer(anna, new DuplicateDecision.SamePerson(ana)), "enrol.answered-already");
        fixture.enrol().commands().retry(anna);
        fixture.work();
        assertThat(fixture.standing(anna)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void notHavingAskedIsNoAnswer() {
        fixture.enrol("Ana", fixture.photos(0));
        var anna = newcomer();
        for (var decision : List.of(new DuplicateDecision.NoDuplicate(), new DuplicateDecision.SearchDeferred())) {
            assertNothingChanges(
                    fixture,
                    () -> assertThatThrownBy(() -> flow.answer(anna, decision))
                            .isInstanceOf(IllegalArgumentException.class));
        }
    }
}

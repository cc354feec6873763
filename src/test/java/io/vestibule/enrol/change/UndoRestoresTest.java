package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an undo has to bring back, case by case. [UndoModelTest] tries sequences of all changes.
class UndoRestoresTest {

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

    private EnrolDetails typed(String name, String phone) {
        return new EnrolDetails(
                name,
                PersonKind.VISITOR,
                new Contact("", phone, ""),
                Set.of(),
                "",
                Optional.of(fixture.clock.instant().plus(Duration.ofDays(5))),
                Optional.of(fixture.consent()));
    }

    private PersonId known() {
        var ana = fixture.save(typed("Ana", "111"), fixture.photos(0));
        fixture.work();
        return ana;
    }

    private PersonId parked(List<DraftPhoto> photos) {
        fixture.clock.pass(Duration.ofMinutes(1));
        var anna = fixture.enrol()
                .enrol()
                .save(typed("Anna", "222"), photos, new DuplicateDecision.SearchDeferred())
                .person();
        fixture.work();
        assertThat(fixture.standing(anna)).isEqualTo(State.STUCK);
        return anna;
    }

    private Undo latest() {
        return fixture.enrol().commands().undoable().getFirst();
    }

    @Test
    void anUpdateThatIsTakenBackLeavesTheKnownPersonAsTheyWere() {
        var ana = known();
        var anna = parked(fixture.freshPhotos());
        var before = List.of(fixture.person(ana), fixture.person(anna), fixture.bases(ana), fixture.bases(anna));
        var photos = List.of(fixture.photosOf(ana), fixture.photosOf(anna));
        var service = fixture.serviceState();
        fixture.enrol().duplicates().answer(anna, new DuplicateDecision.UpdatedPerson(ana));
        fixture.work();
        assertThat(latest().undo()).isTrue();
        fixture.work();
        fixture.passUndoWindow();
        assertThat(List.of(fixture.person(ana), fixture.person(anna), fixture.bases(ana), fixture.bases(anna)))
                .isEqualTo(before);
        assertThat(List.of(fixture.photosOf(ana), fixture.photosOf(anna))).isEqualTo(photos);
        assertThat(fixture.serviceState()).isEqualTo(service);
        assertThat(fixture.enrol().duplicates().findQuestion(anna)).isPresent();
    }

    @Test
    void anAnswerThatIsTakenBackIsAskedForAgain() {
        var ana = known();
        var anna = parked(fixture.freshPhotos());
        var service = fixture.serviceState();
        fixture.enrol().duplicates().answer(anna, new DuplicateDecision.SamePerson(ana));
        fixture.work();
        assertThat(latest().undo()).isTrue();
        fixture.work();
        assertThat(fixture.serviceState()).isEqualTo(service);
        assertThat(fixture.enrol().duplicates().findQuestion(anna)).isPresent();
    }

    @Test
    void aPhotoThatIsHandedInAgainIsNotReplaced() {
        var ana = known();
        var old = fixture.photosOf(ana);
        fixture.enrol()
                .enrol()
                .save(
                        typed("Ana", "222"),
                        List.of(
                                fixture.photos(0).getFirst(),
                                fixture.freshPhotos().getFirst()),
                        new DuplicateDecision.UpdatedPerson(ana));
        fixture.work();
        fixture.passUndoWindow();
        assertThat(fixture.photosOf(ana)).hasSize(2);
        assertThat(fixture.photosOf(ana)).containsAnyElementsOf(old);
    }

    @Test
    void aPhotoThatIsHandedInAgainIsNotReplacedByALaterAnswer() {
        var ana = known();
        var old = fixture.photosOf(ana);
        var anna = parked(
                List.of(fixture.photos(0).getFirst(), fixture.freshPhotos().getFirst()));
        fixture.enrol().duplicates().answer(anna, new DuplicateDecision.UpdatedPerson(ana));
        fixture.work();
        fixture.passUndoWindow();
        fixture.passUndoWindow();
        assertThat(fixture.photosOf(ana)).hasSize(2);
        assertThat(fixture.photosOf(ana)).containsAnyElementsOf(old);
    }

    @Test
    void aPhotoThatIsTakenAgainBeforeItsRemovalIsErasedStays() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        fixture.enrol().commands().removePhoto(fixture.photosOf(ana).getFirst());
        var again = fixture.enrol().enrol().addPhotos(ana, fixture.photos(0).subList(0, 1));
        assertThat(again.saved()).isEqualTo(1);
        fixture.work();
        fixture.passUndoWindow();
        assertThat(fixture.photosOf(ana)).hasSize(1);
        assertThat(fixture.facesAtService(ana)).hasSize(1);
        assertThat(fixture.real().bucket().keys("")).hasSize(1);
    }

    @Test
    void aPhotoThatWasRemovedBeforeAMergeIsInUseAgainAfterBothAreUndone() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var bo = fixture.enrol("Bo", fixture.photos(1));
        var photo = fixture.photosOf(ana).getFirst();
        var removal = fixture.enrol().commands().removePhoto(photo);
        var merge = fixture.enrol().commands().merge(ana, bo);
        assertThat(merge.undo()).isTrue();
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(removal.undo()).isTrue();
        fixture.work();
        assertThat(fixture.states(ana)).containsOnly(FaceState.ASSOCIATED);
        assertThat(fixture.facesAtService(ana)).hasSize(fixture.photosOf(ana).size());
    }

    @Test
    void aPhotoOfSomebodyWhoWasJustRemovedMayBeSavedForSomebodyElse() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        fixture.enrol().commands().remove(ana);
        var again = fixture.enrol("Ana again", fixture.photos(0).subList(0, 1));
        assertThat(fixture.photosOf(again)).hasSize(1);
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.standing(again)).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.real().bucket().keys("")).hasSize(1);
    }

    @Test
    void whoLosesTheLastPhotoIsNotSearchable() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.photosOf(ana).forEach(fixture.enrol().commands()::removePhoto);
        assertThat(fixture.standing(ana)).isNotEqualTo(State.SEARCHABLE);
        fixture.passUndoWindow();
        assertThat(fixture.standing(ana)).isNotEqualTo(State.SEARCHABLE);
    }

    @Test
    void whoeverIsOnTheWatchListKeepsTheirReasonWhenAVisitorIsMergedIntoThem() {
        var ban = fixture.watched("Ban", fixture.photos(0).subList(0, 1));
        var reason = fixture.bases(ban).getFirst();
        fixture.clock.pass(Duration.ofMinutes(1));
        var vic = fixture.save("Vic", List.of());
        fixture.enrol().commands().merge(vic, ban);
        fixture.enrol().commands().edit(ban, PersonEdit.of(fixture.person(ban)));
        assertThat(fixture.records().basisInForce(ban)).contains(reason);
    }

    /// Steps of one person's job that are dropped with a removal belong to the state before it.
    @Test
    void whatARemovalInterruptedGoesOnAfterItsUndo() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var photo = fixture.photosOf(ana).getFirst();
        fixture.enrol().commands().removePhoto(photo);
        fixture.clock.pass(Duration.ofMillis(1));
        fixture.enrol().commands().remove(ana);
        assertThat(latest().undo()).isTrue();
        fixture.passUndoWindow();
        assertThat(fixture.photosOf(ana)).hasSize(2);
        assertThat(fixture.people().photos().find(photo)).isEmpty();
    }

    @Test
    void aTransferThatARemovalInterruptedGoesOnAfterItsUndo() {
        var ana = fixture.save("Ana", fixture.photos(0));
        var job = fixture.journal().openStepsFor(ana.toString()).getFirst().job();
        fixture.journal().drop(job);
        fixture.photosOf(ana)
                .forEach(photo -> fixture.journal()
                        .add(
                                fixture.company().id(),
                                List.of(
                                        new io.vestibule.journal.run.NewStep(EnrolStep.CARRY_PHOTO, photo.toString()),
                                        new io.vestibule.journal.run.NewStep(EnrolStep.INDEX_PHOTO, photo.toString()),
                                        new io.vestibule.journal.run.NewStep(EnrolStep.CREATE_USER, ana.toString()),
                                        new io.vestibule.journal.run.NewStep(EnrolStep.ASSOCIATE_REST, ana.toString()),
                                        new io.vestibule.journal.run.NewStep(EnrolStep.FOLLOW_USER, ana.toString())),
                                Duration.ZERO));
        fixture.enrol().commands().remove(ana);
        fixture.people().photos().markUploaded(fixture.photosOf(ana).getFirst());
        fixture.real()
                .bucket()
                .put(
                        fixture.people()
                                .photos()
                                .find(fixture.photosOf(ana).getFirst())
                                .orElseThrow()
                                .key(),
                        fixture.photos(0).getFirst().photo().bytes());
        assertThat(latest().undo()).isTrue();
        fixture.work();
        fixture.pass(Duration.ofMinutes(1));
        assertThat(fixture.facesAtService(ana)).hasSize(3);
        assertThat(fixture.script.made()).contains(Call.INDEX);
    }

    @Test
    void anEnrolmentOfAKnownPersonIsTakenBack() {
        var ana = known();
        var before = List.of(fixture.person(ana), fixture.photosOf(ana), fixture.bases(ana), fixture.serviceState());
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.signIn(Role.RECEPTION);
        fixture.enrol()
                .enrol()
                .save(typed("Ana", "222"), fixture.freshPhotos(), new DuplicateDecision.UpdatedPerson(ana));
        fixture.work();
        assertThat(fixture.photosOf(ana)).hasSize(6);
        assertThat(latest().undo()).isTrue();
        fixture.work();
        fixture.passUndoWindow();
        assertThat(List.of(fixture.person(ana), fixture.photosOf(ana), fixture.bases(ana), fixture.serviceState()))
                .isEqualTo(before);
        assertThat(fixture.actions(ana))
                .containsExactly("person.enrolled", "person.updated", "person.photos-added", "person.enrolment-undone");
    }

    @Test
    void anEnrolmentOfAKnownPersonIsNotTakenBackOverALaterChange() {
        var ana = known();
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.enrol().enrol().save(typed("Ana", "222"), List.of(), new DuplicateDecision.UpdatedPerson(ana));
        var undo = latest();
        fixture.clock.pass(Duration.ofSeconds(1));
        var edit = fixture.enrol().commands().edit(ana, PersonEdit.of(fixture.person(ana)));
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
        assertThat(edit.undo()).isTrue();
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).contact().phone()).isEqualTo("111");
    }

    /// The service could not be reached when the new photos were to be sent.
    @Test
    void oldPhotosStayUntilTheNewOnesAreInUse() {
        var ana = known();
        var old = fixture.photosOf(ana);
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.Offline());
        fixture.enrol()
                .enrol()
                .save(
                        typed("Ana", "222"),
                        fixture.freshPhotos().subList(0, 1),
                        new DuplicateDecision.UpdatedPerson(ana));
        fixture.clock.pass(Undo.WINDOW.plusSeconds(1));
        var replacement =
                fixture.journal().openStepsFor(old.getFirst().toString()).getFirst();
        fixture.perform(replacement.job());
        assertThat(fixture.photosOf(ana)).containsAll(old);
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.Offline());
        fixture.work();
        fixture.pass(Duration.ofMinutes(10));
        fixture.pass(Duration.ofMinutes(10));
        assertThat(fixture.photosOf(ana)).hasSize(1).doesNotContainAnyElementsOf(old);
    }

    @Test
    void theReceptionTakesBackItsOwnAnswer() {
        var ana = known();
        fixture.signIn(Role.RECEPTION);
        var anna = parked(fixture.freshPhotos());
        var undo = fixture.enrol().duplicates().answer(anna, new DuplicateDecision.SamePerson(ana));
        assertThat(undo.orElseThrow().undo()).isTrue();
    }

    @Test
    void aRemovalIsNotUndoneOnceTheSamePhotoWasSavedAgain() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var photo = fixture.enrol().commands().removePhoto(fixture.photosOf(ana).getFirst());
        fixture.enrol().enrol().addPhotos(ana, fixture.photos(0).subList(0, 1));
        assertRefused(fixture, photo::undo, "enrol.photo-saved-again");
        fixture.clock.pass(Duration.ofMillis(1));
        var person = fixture.enrol().commands().remove(ana);
        var bo = fixture.save("Bo", fixture.photos(0).subList(0, 1));
        assertRefused(fixture, person::undo, "enrol.photo-saved-again");
        fixture.enrol().commands().remove(bo);
        assertThat(person.undo()).isTrue();
        assertThat(fixture.photosOf(ana)).hasSize(1);
    }

    @Test
    void theUndoOfAnEditPutsNobodyOnTheWatchListWithoutAReason() {
        var ban = fixture.watched("Ban", List.of());
        var edit = fixture.enrol().commands().edit(ban, of(ban, PersonKind.VISITOR));
        // Whoever takes the reason away meanwhile, for instance by erasing a legal basis.
        fixture.application().storage().database().with(handle -> handle.execute("delete from legal_basis"));
        fixture.people().bases().add(ban, fixture.consent());
        assertRefused(fixture, edit::undo, "enrol.reason-missing");
    }

    @Test
    void theUndoOfARenewalTakesNobodysReason() {
        var vic = fixture.save("Vic", List.of());
        fixture.clock.pass(Duration.ofSeconds(1));
        var renewal = fixture.enrol()
                .commands()
                .renew(vic, fixture.reason(), fixture.clock.instant().plusSeconds(60));
        fixture.clock.pass(Duration.ofSeconds(1));
        var edit = fixture.enrol().commands().edit(vic, of(vic, PersonKind.WATCH));
        assertRefused(fixture, renewal::undo, "enrol.reason-missing");
        assertThat(edit.undo()).isTrue();
        assertThat(renewal.undo()).isTrue();
    }

    private PersonEdit of(PersonId person, PersonKind kind) {
        var now = PersonEdit.of(fixture.person(person));
        return new PersonEdit(now.name(), kind, now.contact(), now.sites(), now.note(), now.expires());
    }

    @Test
    void activityOffersAnUndoOnlyWhereThereIsOne() {
        var ana = known();
        var commands = fixture.enrol().commands();
        commands.remove(ana);
        var removal = fixture.journal().openStepsFor(ana.toString()).getFirst().job();
        assertThat(commands.findUndo(removal)).isPresent();
        fixture.clock.pass(Undo.WINDOW.plusSeconds(1));
        assertThat(commands.findUndo(removal)).isPresent();
        fixture.script.fail(Call.DISASSOCIATE, new CloudFailure.Offline());
        fixture.perform(removal);
        assertThat(commands.findUndo(removal)).isEmpty();
    }
}

package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus.State;
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

/// Making one person of two.
class MergeFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;
    private PersonId anna;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.clock.pass(Duration.ofMinutes(1));
        anna = fixture.enrol("Anna", fixture.freshPhotos().subList(0, 1));
        fixture.clock.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Undo merge(PersonId from, PersonId into) {
        return fixture.enrol().commands().merge(from, into);
    }

    private PersonId typed(String name, Contact contact, Set<SiteId> sites, String note) {
        var until = fixture.clock.instant().plus(Duration.ofDays(5));
        return fixture.save(
                new EnrolDetails(
                        name,
                        PersonKind.VISITOR,
                        contact,
                        sites,
                        note,
                        Optional.of(until),
                        Optional.of(fixture.consent())),
                List.of());
    }

    @Test
    void whoIsMergedIsHiddenAtOnceAndTheirPhotosAndConsentsAreTheOthers() {
        var photo = fixture.photosOf(anna).getFirst();
        merge(anna, ana);
        assertThat(fixture.person(anna).removed()).isPresent();
        assertThat(fixture.photosOf(ana)).hasSize(4).last().isEqualTo(photo);
        assertThat(fixture.bases(ana)).hasSize(2);
        assertThat(fixture.bases(anna)).isEmpty();
    }

    @Test
    void whoIsMergedLeavesTheCollectionWhenTheTimeToUndoItIsOver() {
        var user = fixture.userOf(anna);
        merge(anna, ana);
        fixture.work();
        assertThat(fixture.facesAtService(ana)).hasSize(4);
        assertThat(fixture.usersAtService()).contains(user);
        fixture.passUndoWindow();
        assertThat(fixture.usersAtService()).containsExactly(fixture.userOf(ana));
        assertThat(fixture.isGone(anna)).isTrue();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void whoIsMergedStaysInTheCollectionWhileAPhotoOfTheirsIsRefused() {
        var cleo = fixture.enrol("Cleo", fixture.photos(2).subList(0, 1));
        var user = fixture.userOf(cleo);
        merge(cleo, ana);
        fixture.work();
        fixture.passUndoWindow();
        assertThat(fixture.usersAtService()).contains(user);
        var photo = fixture.photosOf(ana).getLast();
        assertThat(fixture.journal().openStepsFor(photo.toString()))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.kind()).isEqualTo(EnrolStep.CHECK_JOINED.key());
                    assertThat(step.state()).isEqualTo(StepState.PARKED);
                    assertThat(step.problem().orElseThrow().code()).isEqualTo("enrol.merge-refused");
                });
        fixture.enrol().commands().removePhoto(photo);
        fixture.passUndoWindow();
        fixture.work();
        assertThat(fixture.usersAtService()).doesNotContain(user);
        assertThat(fixture.isGone(cleo)).isTrue();
    }

    @Test
    void aMergeAndItsUndoAreWrittenInTheLog() {
        merge(anna, ana).undo();
        assertThat(fixture.actions(anna)).containsExactly("person.enrolled", "person.merged", "person.merge-undone");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void whoStaysKeepsWhatTheyHaveAndGetsWhatTheyLack() {
        var sites = fixture.people().companies().sites(fixture.company().id());
        var site = sites.getFirst().id();
        var from = typed("From", new Contact("f@b.org", "11111", "Fay"), Set.of(site), "from");
        var into = typed("Into", new Contact("i@b.org", "", ""), Set.of(), "");
        var end = fixture.person(into).expires();
        merge(from, into);
        var now = fixture.person(into);
        assertThat(now.name()).isEqualTo("Into");
        assertThat(now.contact()).isEqualTo(new Contact("i@b.org", "11111", "Fay"));
        assertThat(now.sites()).containsExactly(site);
        assertThat(now.note()).isEqualTo("from");
        assertThat(now.expires()).isEqualTo(end);
    }

    @Test
    void theUndoBringsBackBothAsTheyWere() {
        var before = List.of(fixture.person(ana), fixture.person(anna));
        var photos = List.of(fixture.photosOf(ana), fixture.photosOf(anna));
        var bases = List.of(fixture.bases(ana), fixture.bases(anna));
        var undo = merge(anna, ana);
        fixture.work();
        assertThat(undo.undo()).isTrue();
        fixture.work();
        assertThat(List.of(fixture.person(ana), fixture.person(anna))).isEqualTo(before);
        assertThat(List.of(fixture.photosOf(ana), fixture.photosOf(anna))).isEqualTo(photos);
        assertThat(List.of(fixture.bases(ana), fixture.bases(anna))).isEqualTo(bases);
        assertThat(fixture.facesAtService(ana)).hasSize(3);
        assertThat(fixture.facesAtService(anna)).hasSize(1);
        fixture.passUndoWindow();
        assertThat(fixture.standing(anna)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void theUndoKeepsWhatWasTypedSince() {
        var undo = merge(anna, ana);
        var now = PersonEdit.of(fixture.person(ana));
        fixture.enrol()
                .commands()
                .edit(ana, new PersonEdit("Ana M", now.kind(), now.contact(), now.sites(), "x", now.expires()));
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).name()).isEqualTo("Ana M");
        assertThat(fixture.person(ana).note()).isEqualTo("x");
    }

    @Test
    void aMergeIsUndoneAfterARestart() {
        merge(anna, ana);
        fixture.restart();
        var undo = fixture.enrol().commands().undoable().getFirst();
        assertThat(undo.kind()).isEqualTo(Undo.ChangeKind.MERGE);
        assertThat(undo.undo()).isTrue();
        fixture.work();
        assertThat(fixture.photosOf(anna)).hasSize(1);
        assertThat(fixture.person(anna).removed()).isEmpty();
    }

    @Test
    void afterTenSecondsAMergeStays() {
        var undo = merge(anna, ana);
        fixture.clock.pass(Undo.WINDOW.plusMillis(1));
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void aMergeIsUndoneOnce() {
        var undo = merge(anna, ana);
        assertThat(undo.undo()).isTrue();
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void aMergeIntoSomebodyWhoWasRemovedMeanwhileIsNotUndone() {
        var undo = merge(anna, ana);
        fixture.enrol().commands().remove(ana);
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void whatWasOnItsWayForWhoIsMergedGoesOnAfterTheUndo() {
        var cleo = fixture.save("Cleo", fixture.photos(2));
        var undo = merge(cleo, ana);
        assertThat(undo.undo()).isTrue();
        fixture.work();
        // Jobs that are due at the same moment run in any order; one that came too early is retried.
        fixture.pass(Duration.ofMinutes(1));
        assertThat(fixture.standing(cleo)).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.facesAtService(cleo)).hasSize(3);
    }

    @Test
    void mergingIsNotForTheReceptionAndNeitherIsItsUndo() {
        assertNotAllowed(fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, () -> merge(anna, ana));
        var undo = merge(anna, ana);
        assertNotAllowed(fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, undo::undo);
    }

    @Test
    void photosAreNotMergedIntoSomebodyWhoSaidNo() {
        var cy = fixture.declining("Cy");
        assertRefused(fixture, () -> merge(anna, cy), "enrol.photos-declined");
    }

    @Test
    void photosDoNotStayWhereTheOtherPersonDeclinedThemLater() {
        var cy = fixture.declining("Cy");
        assertRefused(fixture, () -> merge(cy, ana), "enrol.photos-declined");
    }

    @Test
    void aConsentThatCameLaterThanTheRefusalStillCountsAfterTheMerge() {
        var cy = fixture.declining("Cy");
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.enrol()
                .commands()
                .renew(ana, fixture.consent(), fixture.clock.instant().plusSeconds(60));
        merge(cy, ana);
        assertThat(fixture.photosOf(ana)).hasSize(3);
    }

    @Test
    void aMergeIsNotUndoneWhilePhotosDependOnTheConsentOfTheOther() {
        var cy = fixture.declining("Cy");
        fixture.clock.pass(Duration.ofSeconds(1));
        var dee = fixture.save("Dee", List.of());
        var undo = merge(dee, cy);
        fixture.enrol().enrol().addPhotos(cy, fixture.photos(2));
        assertRefused(fixture, undo::undo, "enrol.photos-declined");
    }

    @Test
    void whoHasNoPhotosIsMergedIntoSomebodyWhoSaidNo() {
        var cy = fixture.declining("Cy");
        var dee = fixture.save("Dee", List.of());
        merge(dee, cy);
        assertThat(fixture.person(dee).removed()).isPresent();
    }

    @Test
    void nobodyIsMergedIntoThemselves() {
        assertRefused(fixture, () -> merge(ana, ana), "enrol.merge-nowhere");
    }

    @Test
    void nobodyIsMergedIntoSomebodyOfAnotherCompany() {
        var other = fixture.ofOtherCompany("Cy");
        assertRefused(fixture, () -> merge(ana, other), "enrol.person-gone");
    }

    @Test
    void whoIsGoneIsNotMerged() {
        assertRefused(fixture, () -> merge(PersonId.mint(), ana), "enrol.person-gone");
        assertRefused(fixture, () -> merge(ana, PersonId.mint()), "enrol.person-gone");
        fixture.enrol().commands().remove(anna);
        assertRefused(fixture, () -> merge(anna, ana), "enrol.person-gone");
        assertRefused(fixture, () -> merge(ana, anna), "enrol.person-gone");
    }

    @Test
    void twoMergesThatAreUndoneGiveEveryoneTheirOwnConsent() {
        var cleo = fixture.enrol("Cleo", fixture.photos(2).subList(0, 1));
        var own = List.of(fixture.bases(anna), fixture.bases(ana), fixture.bases(cleo));
        var first = merge(anna, ana);
        var second = merge(ana, cleo);
        assertThat(fixture.bases(cleo)).hasSize(3);
        assertThat(second.undo()).isTrue();
        assertThat(first.undo()).isTrue();
        assertThat(List.of(fixture.bases(anna), fixture.bases(ana), fixture.bases(cleo)))
                .isEqualTo(own);
    }
}

package io.vestibule.enrol;

import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.journal.run.Step;
import io.vestibule.people.Contact;
import io.vestibule.people.FaceState;
import io.vestibule.people.PersonKind;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.SearchThreshold;
import io.vestibule.vision.VectorModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is found before saving, and what each answer to that makes of the person who is there already.
class EnrolDecisionTest {

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

    private EnrolDetails typed(String name, Contact contact, Set<SiteId> sites, String note, Duration stay) {
        var now = fixture.clock.instant();
        return new EnrolDetails(
                name,
                PersonKind.VISITOR,
                contact,
                sites,
                note,
                Optional.of(now.plus(stay)),
                Optional.of(fixture.consent()));
    }

    private EnrolDetails until(Duration stay) {
        return typed("Ana", Contact.NONE, Set.of(), "", stay);
    }

    @Test
    void thePersonOfAPhotoIsFoundAndAStrangerIsNot() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var found = enrol().identify(SampleFlow.read(SampleFlow.PROBE));
        assertThat(found).extracting(personMatch -> personMatch.person().id()).containsExactly(ana);
        assertThat(found.getFirst().engine()).isEqualTo(fixture.real().faces().scoreScale());
        assertThat(enrol().identify(SampleFlow.read("/assets/samples/stranger.jpg")))
                .isEmpty();
    }

    @Test
    void whoIsHiddenIsNotFound() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.enrol().commands().remove(ana);
        assertThat(enrol().identify(SampleFlow.read(SampleFlow.PROBE))).isEmpty();
        assertThat(enrol().searchDuplicates(fixture.freshPhotos().getFirst())).isEmpty();
    }

    @Test
    void somebodyOfWhomNothingWasSentIsNotFound() {
        fixture.save("Ana", fixture.photos(0));
        assertThat(enrol().searchDuplicates(fixture.freshPhotos().getFirst())).isEmpty();
    }

    @Test
    void aSearchWithoutAnAnswerSaysSoAndDoesNotPassForNobody() {
        var flow = new EnrolFlow(
                fixture.records(),
                fixture.service(),
                fixture.collections(),
                () -> EnrolSettings.EMBEDDED,
                () -> new VectorModel("eyes", Cohort.shipped()));
        fixture.script.fail(Call.SEARCH_USERS, new CloudFailure.Offline());
        assertThatThrownBy(() -> flow.searchDuplicates(fixture.photos(0).getFirst()))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.failure()).isEqualTo(new CloudFailure.Offline()));
    }

    @Test
    void amongManyPeopleMoreLikenessIsAskedFor() {
        var settings = new EnrolSettings(75, 80, 95, 99, QualityFilter.AUTO, Optional.empty());
        assertThat(settings.duplicate(EnrolSettings.MANY)).isEqualTo(95);
        assertThat(settings.duplicate(EnrolSettings.MANY + 1)).isEqualTo(99);
        assertThat(settings.search(1_000_000))
                .as("the rate of chance matches is not known")
                .isEqualTo(80);
    }

    @Test
    void theThresholdRisesWithThePeopleSoThatStrangersRarelyMatch() {
        var settings = EnrolSettings.EMBEDDED;
        assertThat(settings.search(5)).as("never lower than the setting").isEqualTo(80);
        assertThat(settings.duplicate(5)).isEqualTo(90);
        assertThat(settings.search(1240))
                .isEqualTo(SearchThreshold.similarity(.05, 1240))
                .isGreaterThan(85);
        assertThat(settings.duplicate(1240)).isEqualTo(SearchThreshold.similarity(.02, 1240));
        assertThat(settings.duplicate(1240)).isGreaterThan(settings.search(1240));
    }

    @Test
    void theSamePersonKeepsWhatWasTypedAndGetsOneMoreConsent() {
        var ana = fixture.save(
                typed("Ana", new Contact("a@b.org", "", "Bo"), Set.of(), "x", Duration.ofDays(1)), List.of());
        fixture.clock.pass(Duration.ofSeconds(1));
        var other = typed("Anna", new Contact("c@d.org", "", "Cy"), Set.of(), "y", Duration.ofDays(3));
        var again = enrol().save(other, List.of(), new DuplicateDecision.SamePerson(ana));
        assertThat(again.person()).isEqualTo(ana);
        assertThat(fixture.person(ana).name()).isEqualTo("Ana");
        assertThat(fixture.person(ana).contact().email()).isEqualTo("a@b.org");
        assertThat(fixture.person(ana).note()).isEqualTo("x");
        assertThat(fixture.bases(ana)).hasSize(2);
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.renewed");
    }

    @Test
    void theNameThatWasTypedReplacesTheOldOneIfTheOperatorSaysSo() {
        var ana = fixture.save(fixture.visitor("Ana"), List.of());
        enrol().save(fixture.visitor("Anna"), List.of(), new DuplicateDecision.SamePerson(ana, true));
        assertThat(fixture.person(ana).name()).isEqualTo("Anna");
        assertThat(fixture.actions(ana)).contains("person.renamed");
        fixture.enrol().commands().undoable().getFirst().undo();
        assertThat(fixture.person(ana).name()).isEqualTo("Ana");
    }

    @Test
    void theSamePersonStaysUntilTheLaterOfTheTwoEnds() {
        var ana = fixture.save(until(Duration.ofDays(9)), List.of());
        var end = fixture.person(ana).expires();
        enrol().save(until(Duration.ofDays(2)), List.of(), new DuplicateDecision.SamePerson(ana));
        assertThat(fixture.person(ana).expires()).isEqualTo(end);
        var later = until(Duration.ofDays(20));
        enrol().save(later, List.of(), new DuplicateDecision.SamePerson(ana));
        assertThat(fixture.person(ana).expires()).isEqualTo(later.expires());
    }

    @Test
    void whoIsUpdatedTakesContactSitesNoteAndEndAsTypedNow() {
        var site = fixture.people().companies().sites(fixture.company().id()).getFirst();
        var ana = fixture.save(
                typed("Ana", new Contact("a@b.org", "", "Bo"), Set.of(), "x", Duration.ofDays(9)), List.of());
        var next = typed("Anna", new Contact("", "12345", "Cy"), Set.of(site.id()), "y", Duration.ofDays(2));
        enrol().save(next, List.of(), new DuplicateDecision.UpdatedPerson(ana));
        var now = fixture.person(ana);
        assertThat(now.name()).isEqualTo("Ana");
        assertThat(now.contact()).isEqualTo(next.contact());
        assertThat(now.sites()).containsExactly(site.id());
        assertThat(now.note()).isEqualTo("y");
        assertThat(now.expires()).isEqualTo(next.expires());
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.updated");
    }

    @Test
    void anUpdateWithoutANoteKeepsTheNote() {
        var ana = fixture.save(typed("Ana", Contact.NONE, Set.of(), "x", Duration.ofDays(9)), List.of());
        enrol().save(
                        typed("Ana", Contact.NONE, Set.of(), " ", Duration.ofDays(9)),
                        List.of(),
                        new DuplicateDecision.UpdatedPerson(ana));
        assertThat(fixture.person(ana).note()).isEqualTo("x");
    }

    @Test
    void theOldPhotosGoOnceEveryNewOneIsInUse() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 2));
        var old = fixture.photosOf(ana);
        enrol().save(fixture.visitor("Ana"), fixture.photos(0).subList(2, 3), new DuplicateDecision.UpdatedPerson(ana));
        fixture.work();
        fixture.passUndoWindow();
        assertThat(fixture.photosOf(ana)).hasSize(1).doesNotContainAnyElementsOf(old);
        assertThat(fixture.facesAtService(ana)).hasSize(1);
        old.forEach(photo -> assertThat(fixture.actions(photo)).containsExactly("photo.replaced"));
    }

    @Test
    void theOldPhotosStayWhereANewOneIsNotInUse() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 2));
        var old = fixture.photosOf(ana);
        var blurred =
                SamplePhotos.disguised("too-blurred.jpg", fixture.photos(0).getFirst());
        enrol().save(fixture.visitor("Ana"), List.of(blurred), new DuplicateDecision.UpdatedPerson(ana));
        fixture.work();
        fixture.passUndoWindow();
        assertThat(fixture.photosOf(ana)).hasSize(3).containsAll(old);
        assertThat(fixture.states(ana)).containsOnlyOnce(FaceState.REFUSED);
    }

    @Test
    void anUpdateWithoutANewPhotoKeepsTheOldOnes() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var again = enrol().save(fixture.visitor("Ana"), fixture.photos(0), new DuplicateDecision.UpdatedPerson(ana));
        assertThat(again.job()).isEmpty();
        fixture.work();
        assertThat(fixture.photosOf(ana)).hasSize(3);
    }

    @Test
    void somebodyElseIsEnrolledAndNotMistakenForTheirLookAlikeAgain() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var twin = enrol().save(
                        fixture.visitor("Twin"), fixture.freshPhotos(), new DuplicateDecision.DifferentPerson(ana))
                .person();
        fixture.work();
        assertThat(fixture.people().persons().lookAlikes(twin)).containsExactly(ana);
        assertThat(enrol().identify(SampleFlow.read(SampleFlow.PROBE))).hasSize(1);
    }

    @Test
    void aLookAlikeWhoIsGoneIsReported() {
        var ana = fixture.save("Ana", List.of());
        var enrolDetails = fixture.visitor("Twin");
        fixture.enrol().commands().remove(ana);
        for (var gone : List.of(ana, PersonId.mint())) {
            assertRefused(
                    fixture,
                    () -> enrol().save(enrolDetails, fixture.photos(0), new DuplicateDecision.DifferentPerson(gone)),
                    "enrol.person-gone");
        }
    }

    @Test
    void whatWasNotAskedBeforeIsAskedBeforeAnythingElseIsDone() {
        var saved = enrol().save(fixture.visitor("Ana"), fixture.photos(0), new DuplicateDecision.SearchDeferred());
        assertThat(fixture.journal().steps(saved.job().orElseThrow()).getFirst())
                .extracting(Step::kind, Step::subject)
                .containsExactly(EnrolStep.SEARCH_FIRST.key(), saved.person().toString());
    }

    @Test
    void whoIsGoneIsNeitherRenewedNorUpdated() {
        var ana = fixture.save("Ana", List.of());
        var enrolDetails = fixture.visitor("Ana");
        fixture.enrol().commands().remove(ana);
        assertRefused(
                fixture,
                () -> enrol().save(enrolDetails, List.of(), new DuplicateDecision.SamePerson(ana)),
                "enrol.person-gone");
        assertRefused(
                fixture,
                () -> enrol().save(enrolDetails, List.of(), new DuplicateDecision.UpdatedPerson(ana)),
                "enrol.person-gone");
        var never = new DuplicateDecision.SamePerson(PersonId.mint());
        assertRefused(fixture, () -> enrol().save(enrolDetails, List.of(), never), "enrol.person-gone");
    }

    @Test
    void theReceptionNeitherRenewsNorUpdatesAPersonOnTheWatchListBySaving() {
        var ana = fixture.watched("Ana", fixture.photos(0));
        var enrolDetails = fixture.visitor("Ana");
        for (var decision : List.of(new DuplicateDecision.SamePerson(ana), new DuplicateDecision.UpdatedPerson(ana))) {
            assertNotAllowed(
                    fixture,
                    Role.RECEPTION,
                    Permission.ENROL_WATCH,
                    () -> enrol().save(enrolDetails, fixture.freshPhotos(), decision));
        }
    }

    @Test
    void consentIsNoLegalBasisForAKnownPersonOnTheWatchList() {
        var ana = fixture.watched("Ana", List.of());
        var enrolDetails = fixture.visitor("Ana");
        for (var decision : List.of(new DuplicateDecision.SamePerson(ana), new DuplicateDecision.UpdatedPerson(ana))) {
            assertRefused(fixture, () -> enrol().save(enrolDetails, List.of(), decision), "enrol.reason-missing");
        }
    }

    @Test
    void aManagerRenewsAPersonOnTheWatchListWithAReason() {
        var ana = fixture.watched("Ana", List.of());
        fixture.signIn(Role.MANAGER);
        var enrolDetails = fixture.details("Ana", PersonKind.WATCH, fixture.reason());
        enrol().save(enrolDetails, List.of(), new DuplicateDecision.SamePerson(ana));
        assertThat(fixture.bases(ana)).hasSize(2);
    }

    @Test
    void aKnownPersonWhoDeclinesNowKeepsNoPhotosBySaving() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.clock.pass(Duration.ofHours(1));
        var declining = fixture.details("Ana", PersonKind.VISITOR, fixture.declined());
        for (var decision : List.of(new DuplicateDecision.SamePerson(ana), new DuplicateDecision.UpdatedPerson(ana))) {
            assertRefused(fixture, () -> enrol().save(declining, List.of(), decision), "enrol.photos-declined");
        }
    }

    @Test
    void aPhotoOfSomebodyElseIsFlaggedAndIsNotTheFirstToBeAssociated() {
        var photos = List.of(
                fixture.photos(1).getFirst(),
                fixture.photos(0).get(0),
                fixture.photos(0).get(1),
                fixture.photos(0).get(2));
        var ana = fixture.save("Ana", photos);
        var rows = fixture.people().photos().findByPerson(ana);
        assertThat(rows.getFirst().flagged()).isFalse();
        assertThat(rows)
                .filteredOn(row -> row.flagged())
                .extracting(row -> row.sha256())
                .containsExactly(photos.getFirst().photo().sha256());
    }
}

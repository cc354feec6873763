package io.vestibule.enrol.transfer;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.transfer.AdoptFlow.UnknownUser;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.SuppressionStore;
import io.vestibule.store.CompanyScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Taking over users whom others put into the collection.
class AdoptFlowTest {

    private static final String COLLECTION = EnrolFixture.COLLECTION;
    private static final String USER = "first-last-1738375179381";

    @TempDir
    Path folder;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        var faces = fixture.real().faces();
        faces.createUser(COLLECTION, USER, "other-1");
        var photo = new ImageSource.Bytes(fixture.photos(0).getFirst().photo().bytes());
        var face = faces.index(COLLECTION, photo, "door-7", 1, QualityFilter.AUTO)
                .indexed()
                .getFirst()
                .faceId();
        faces.associate(COLLECTION, USER, List.of(face), 0, "other-2");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private AdoptFlow flow() {
        return fixture.enrol().adopt();
    }

    private UnknownUser stranger() {
        return flow().fetchUnknownUsers().getFirst();
    }

    @Test
    void whoIsNobodyOfOursIsAStranger() {
        fixture.enrol("Bea", fixture.photos(1));
        fixture.real().faces().createUser(COLLECTION, "door:7", "other-3");
        assertThat(flow().fetchUnknownUsers())
                .containsExactly(new UnknownUser("door:7", "CREATED"), new UnknownUser(USER, "ACTIVE"));
    }

    @Test
    void withoutAnAnswerOfTheServiceNobodyIsToldToBeNobody() {
        var flow = new AdoptFlow(
                fixture.records(),
                fixture.service(),
                fixture.collections(),
                () -> EnrolSettings.EMBEDDED,
                new SuppressionStore(
                        CompanyScope.ofActive(fixture.application().storage().database()), () -> new byte[32]));
        fixture.script.fail(Call.USER_STATUSES, new CloudFailure.Throttled("ListUsers"));
        assertThatThrownBy(flow::fetchUnknownUsers).isInstanceOf(CloudException.class);
    }

    @Test
    void whoIsAdoptedIsFoundByTheFacesThatTheServiceHas() {
        var service = fixture.serviceState();
        var ana = flow().adopt(stranger(), fixture.visitor(" Ana "));
        assertThat(fixture.person(ana).name()).isEqualTo("Ana");
        assertThat(fixture.userOf(ana)).isEqualTo(USER);
        assertThat(fixture.standing(ana)).isEqualTo(State.ADOPTED);
        assertThat(fixture.bases(ana)).hasSize(1);
        assertThat(fixture.enrol()
                        .enrol()
                        .identify(fixture.freshPhotos().getFirst().photo().bytes()))
                .extracting(personMatch -> personMatch.person().id())
                .containsExactly(ana);
        assertThat(flow().fetchUnknownUsers()).isEmpty();
        assertThat(fixture.serviceState()).isEqualTo(service);
    }

    @Test
    void whoWasErasedIsNotTakenOverAgain() {
        var ana = flow().adopt(stranger(), fixture.visitor("Ana"));
        var _ = fixture.enrol().commands().remove(ana);
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        // Another program creates the user again.
        fixture.real().faces().createUser(COLLECTION, USER, "other-4");
        var left = stranger();
        assertThat(left.userId()).isEqualTo(USER);
        assertRefused(fixture, () -> flow().adopt(left, fixture.visitor("Ana")), "enrol.erased-before");
    }

    @Test
    void theLogNamesWhoAdoptedWhom() {
        fixture.signIn(Role.MANAGER);
        var ana = flow().adopt(stranger(), fixture.visitor("Ana"));
        assertThat(fixture.actions(ana)).containsExactly("person.adopted");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void adoptingIsNotForTheReception() {
        var unknownUser = stranger();
        var enrolDetails = fixture.visitor("Ana");
        assertNotAllowed(
                fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, () -> flow().adopt(unknownUser, enrolDetails));
        assertNeedsSignIn(fixture, () -> flow().adopt(unknownUser, enrolDetails));
    }

    @Test
    void nobodyIsAdoptedWithoutConsentAndAnEnd() {
        var enrolDetails = new EnrolDetails(
                "Ana", PersonKind.VISITOR, Contact.NONE, Set.of(), "", Optional.empty(), Optional.empty());
        var unknownUser = stranger();
        assertRefused(
                fixture,
                () -> flow().adopt(unknownUser, enrolDetails),
                "enrol.consent-missing",
                "enrol.expiry-missing");
    }

    @Test
    void nobodyIsAdoptedOntoTheWatchListWithoutAReason() {
        var enrolDetails = fixture.details("Ana", PersonKind.WATCH, fixture.consent());
        var unknownUser = stranger();
        assertRefused(fixture, () -> flow().adopt(unknownUser, enrolDetails), "enrol.reason-missing");
    }

    @Test
    void aPersonWhoDeclinedPhotosIsNotAdoptedWithTheirFaces() {
        var enrolDetails = fixture.details("Ana", PersonKind.VISITOR, fixture.declined());
        var unknownUser = stranger();
        assertRefused(fixture, () -> flow().adopt(unknownUser, enrolDetails), "enrol.photos-declined");
    }

    @Test
    void anEnrolledPersonIsSuggestedByFace() {
        var other = fixture.enrol("Bea", fixture.photos(1));
        var unknownUser = stranger();
        assertThat(flow().findSimilarPerson(unknownUser)).as("nobody is alike").isEmpty();

        var ana = fixture.enrol("Ana", fixture.freshPhotos());
        assertThat(flow().findSimilarPerson(unknownUser)).hasValueSatisfying(match -> {
            assertThat(match.person().id()).isEqualTo(ana).isNotEqualTo(other);
            assertThat(match.similarity()).isBetween(80f, 100f);
        });
        assertThat(flow().findSimilarPerson(new UnknownUser("gone", "ACTIVE"))).isEmpty();
        assertNotAllowed(
                fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, () -> flow().findSimilarPerson(unknownUser));
    }

    @Test
    void everyIdOfTheServiceIsKept() {
        for (var id : List.of("door:7", "0f8fad5b-d9cb-469f-a165-70867728950e")) {
            fixture.real().faces().createUser(COLLECTION, id, id.replace(':', '-'));
            var person = flow().adopt(new UnknownUser(id, "CREATED"), fixture.visitor("Ana"));
            assertThat(fixture.person(person).externalId()).isEqualTo(id);
            assertThat(fixture.records().people().persons().findByExternalId(id))
                    .contains(fixture.person(person));
        }
    }

    @Test
    void whatIsNoIdOfAUserIsNotAdopted() {
        var enrolDetails = fixture.visitor("Ana");
        for (var id : List.of("", "Ana Silva", "a".repeat(129))) {
            var unknownUser = new UnknownUser(id, "ACTIVE");
            assertRefused(fixture, () -> flow().adopt(unknownUser, enrolDetails), "enrol.not-adoptable");
        }
    }

    @Test
    void photosOfWhoIsAdoptedGoToTheUserThatTheyHave() {
        var ana = flow().adopt(stranger(), fixture.visitor("Ana"));
        fixture.enrol().enrol().addPhotos(ana, List.of(fixture.freshPhotos().getFirst()));
        fixture.work();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.usersAtService()).containsExactly(USER);
        assertThat(fixture.real().faces().listFaces(COLLECTION, Optional.of(USER)))
                .hasSize(2);
    }

    @Test
    void aUserIsAdoptedOnce() {
        var unknownUser = stranger();
        flow().adopt(unknownUser, fixture.visitor("Ana"));
        var enrolDetails = fixture.visitor("Anna");
        assertRefused(fixture, () -> flow().adopt(unknownUser, enrolDetails), "enrol.not-adoptable");
    }

    @Test
    void whoIsAdoptedGoesWithTheFacesThatOthersGaveThem() {
        var ana = flow().adopt(stranger(), fixture.visitor("Ana"));
        fixture.enrol().commands().remove(ana);
        fixture.passUndoWindow();
        assertThat(fixture.usersAtService()).isEmpty();
        assertThat(fixture.real().faces().listFaces(COLLECTION, Optional.empty()))
                .isEmpty();
    }
}

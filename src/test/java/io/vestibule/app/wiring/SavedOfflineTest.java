package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolException;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.change.Undo;
import org.junit.jupiter.api.Test;

/// People who were saved while the service was away, and who turn out to be similar to somebody: the question, and each
/// answer to it.
class SavedOfflineTest extends RepairsFixture {

    @Test
    void aDuplicateSavedOfflineCausesAQuestionAndIsMerged() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var again = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Anna"),
                        photos.subList(2, 3),
                        new DuplicateDecision.SearchDeferred());
        TestApplication.await(application, again.person(), State.STUCK);
        var question =
                application.enrol().duplicates().findQuestion(again.person()).orElseThrow();
        assertThat(question.match().person().id()).isEqualTo(ana);
        application.enrol().duplicates().answer(again.person(), new DuplicateDecision.SamePerson(ana));
        passUndoWindow();
        TestApplication.await(
                application,
                () -> states(ana).size() == 3 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(application.storage().people().bases().findByPerson(ana)).hasSize(2);
        assertThatThrownBy(() ->
                        application.enrol().duplicates().answer(again.person(), new DuplicateDecision.SamePerson(ana)))
                .isInstanceOf(EnrolException.class);
    }

    @Test
    void aDifferentPersonSavedOfflineIsEnrolled() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var twin = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Her twin"),
                        photos.subList(2, 3),
                        new DuplicateDecision.SearchDeferred());
        TestApplication.await(application, twin.person(), State.STUCK);
        application.enrol().duplicates().answer(twin.person(), new DuplicateDecision.DifferentPerson(ana));
        TestApplication.await(application, twin.person(), State.SEARCHABLE);
        assertThat(new ConsistencyCheck(application, clock).everybody()).hasSize(2);
    }

    @Test
    void anUpdateReplacesTheOldPhotosOnceTheNewOnesAreInUse() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var old = photos(ana);
        application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        photos.subList(2, 3),
                        new DuplicateDecision.UpdatedPerson(ana));
        passUndoWindow();
        TestApplication.await(
                application,
                () -> photos(ana).size() == 1 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(photos(ana)).doesNotContainAnyElementsOf(old);
    }

    private void passUndoWindow() {
        clock.forward(Undo.WINDOW.plusSeconds(1));
        application.enrol().runner().wake();
    }
}

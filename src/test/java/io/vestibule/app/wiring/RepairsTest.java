package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Cause;
import io.vestibule.people.change.PhotoProblem.Remedy;
import io.vestibule.people.change.PhotoProblem.Repair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every way in which the service rejects a photo, provoked in the embedded engine by real photos, and every
/// repair.
class RepairsTest extends RepairsFixture {

    @Test
    void aPhotoOfAnotherPersonIsMovedToThatPerson() {
        var bea = enrol("Bea", State.SEARCHABLE, beas.subList(1, 3));
        var ana = enrolMixed();
        var photoProblem = only(ana);
        assertThat(photoProblem.cause()).isInstanceOfSatisfying(Cause.LowMatch.class, low -> {
            assertThat(low.confidence()).isLessThan(low.threshold());
            assertThat(low.engine())
                    .isEqualTo(TestApplication.service(application).faces().engine());
        });
        var photo = photoProblem.photo().orElseThrow();
        assertThat(application.enrol().repairs().searchLookAlikes(photo)).containsExactly(bea);
        var undo = repair(photoProblem, remedy(photoProblem, Repair.MOVE).withPerson(bea))
                .orElseThrow();
        TestApplication.await(application, bea, State.SEARCHABLE);
        assertThat(states(bea)).hasSize(3).containsOnly(FaceState.ASSOCIATED);
        assertThat(application.enrol().repairs().problemsOf(ana)).isEmpty();
        assertThat(undo.undo()).isTrue();
        TestApplication.await(application, ana, State.NEEDS_ATTENTION);
        assertThat(photos(ana)).contains(photo);
    }

    @Test
    void whatMatchesTooLittleIsAcceptedByAManagerAloneAndThenMarked() {
        application.storage().settings().set(EnrolKeys.ASSOCIATE, 100.0);
        var ana = enrol("Ana", State.NEEDS_ATTENTION, anas.subList(0, 2));
        var photoProblem = only(ana);
        var accept = remedy(photoProblem, Repair.ACCEPT_LOWER);
        var administrator =
                application.storage().session().operator().orElseThrow().id();
        application
                .storage()
                .operators()
                .signIn(application
                        .storage()
                        .operators()
                        .add("Robin", Role.RECEPTION)
                        .id());
        assertThat(only(ana).remedies()).extracting(Remedy::repair).containsExactly(Repair.RETAKE, Repair.REMOVE);
        assertThatThrownBy(() -> repair(photoProblem, accept)).isInstanceOf(AuditException.class);
        application.storage().operators().signIn(administrator);
        repair(photoProblem, accept);
        TestApplication.await(application, () -> states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        settled(ana);
        assertThat(application
                        .storage()
                        .people()
                        .photos()
                        .find(photoProblem.photo().orElseThrow())
                        .orElseThrow()
                        .accepted())
                .isTrue();
        assertThatThrownBy(() -> repair(photoProblem, accept))
                .isInstanceOfSatisfying(
                        EnrolException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("enrol.repair-over"));
        assertThat(application.enrol().repairs().problemsOf(ana)).isEmpty();
    }

    /// As if the refused photo were like enough to be accepted.
    private PhotoProblem likened(PersonId ana) {
        var photo = only(ana).photo().orElseThrow();
        var face = faces(ana).stream()
                .filter(one -> one.photo().equals(photo))
                .findFirst()
                .orElseThrow();
        application
                .storage()
                .people()
                .collections()
                .saveFace(face.notAssociated(face.reasons(), Optional.of(41f), Optional.empty()));
        return only(ana);
    }

    @Test
    void aFaceOfAnotherUserNamesThatPersonAndMovesThere() {
        var ana = enrolMixed();
        var bea = enrol("Bea", State.SEARCHABLE, beas.subList(1, 3));
        var stolen = face(ana, only(ana));
        service().associate(TestApplication.COLLECTION, external(bea), List.of(stolen), 0, "another-console");
        var before = likened(ana);
        repair(before, remedy(before, Repair.ACCEPT_LOWER));
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.DifferentUser));
        var trouble = only(ana);
        assertThat(trouble.cause()).isEqualTo(new Cause.DifferentUser(Optional.of(bea)));
        assertThat(trouble.remedies())
                .extracting(Remedy::repair)
                .containsExactly(Repair.MOVE, Repair.MERGE, Repair.RETAKE, Repair.REMOVE);
        repair(trouble, trouble.remedies().getFirst());
        TestApplication.await(
                application,
                () -> states(bea).size() == 3 && states(bea).stream().allMatch(FaceState.ASSOCIATED::equals));
        settled(bea);
        assertThat(application.enrol().repairs().problemsOf(bea))
                .extracting(PhotoProblem::cause)
                .hasOnlyElementsOfType(Cause.AlreadyThere.class);
    }

    @Test
    void aFaceThatTheCollectionLostIsIndexedAgain() {
        var ana = enrolMixed();
        service().deleteFaces(TestApplication.COLLECTION, List.of(face(ana, only(ana))));
        var before = likened(ana);
        repair(before, remedy(before, Repair.ACCEPT_LOWER));
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.FaceNotFound));
        var trouble = only(ana);
        repair(trouble, remedy(trouble, Repair.INDEX_AGAIN));
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(again -> again.cause() instanceof Cause.LowMatch));
    }

    @Test
    void whatTheServiceDoesNotTakeAtAllSaysWhyAndIsDismissedOrRetaken() throws Exception {
        var good = anas;
        var blurred = disguised(read("too-blurred.jpg"), good.getFirst());
        var empty = disguised(blank(), good.getFirst());
        var ana = enrol("Ana", State.NEEDS_ATTENTION, List.of(good.get(0), blurred, empty));
        var troubles = application.enrol().repairs().problemsOf(ana);
        assertThat(troubles)
                .extracting(PhotoProblem::cause)
                .containsExactlyInAnyOrder(
                        new Cause.Unindexed(List.of("LOW_SHARPNESS")), new Cause.Unindexed(List.of("NO_FACE")));
        var first = troubles.getFirst();
        var undo = repair(first, remedy(first, Repair.REMOVE)).orElseThrow();
        assertThat(application.enrol().repairs().problemsOf(ana)).hasSize(1);
        assertThat(undo.undo()).isTrue();
        TestApplication.await(
                application, () -> application.enrol().repairs().problemsOf(ana).size() == 2);
        var second = application.enrol().repairs().problemsOf(ana).getLast();
        application.enrol().retake().retake(second.photo().orElseThrow(), List.of(good.get(1)));
        TestApplication.await(
                application,
                () -> states(ana).stream().filter(FaceState.ASSOCIATED::equals).count() == 2);
        assertThat(photos(ana)).doesNotContain(second.photo().orElseThrow());
    }

    @Test
    void whoHasAsManyPhotosAsThereCanBeGetsOneForTheWeakest() {
        var fresh = TestApplication.freshPhotos(application, 1, 77);
        var ana = enrol("Ana", State.SEARCHABLE, anas);
        fill(ana);
        application.enrol().enrol().addPhotos(ana, fresh);
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.UserFull));
        var trouble = only(ana);
        var drop = remedy(trouble, Repair.DROP_WEAKEST);
        repair(trouble, drop);
        clock.forward(Duration.ofSeconds(11));
        application.enrol().runner().wake();
        TestApplication.await(
                application,
                () -> states(ana).size() == 3 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(photos(ana)).doesNotContain(drop.photo().orElseThrow());
        assertThat(states(ana)).containsOnly(FaceState.ASSOCIATED);
        emptyAgain(ana);
    }

    @Test
    void aUserWhoIsBeingWorkedInHasAClockAndNothingButPatience() {
        new ConsistencyCheck(application, clock).settle();
        application.close();
        var slow = EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(3));
        application = TestApplication.furnished(folder.resolve("data"), clock, slow);
        var enrolment = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Ana"), anas, new DuplicateDecision.NoDuplicate());
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(enrolment.person()).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.Updating));
        var trouble = only(enrolment.person());
        assertThat(trouble.photo()).isEmpty();
        repair(trouble, remedy(trouble, Repair.WAIT));
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        assertThat(application.enrol().repairs().problemsOf(enrolment.person())).isEmpty();
    }
}

package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Removes people and photos: hidden at once, erased everywhere ten seconds later; undo is possible until then.
public final class RemoveFlow {

    private static final List<EnrolStep> STEPS =
            List.of(EnrolStep.DISASSOCIATE, EnrolStep.DELETE_FACES, EnrolStep.DELETE_USER, EnrolStep.DELETE_PERSON);

    private final EnrolContext context;
    private final EnrolFlow enrol;
    private final PendingJobs pendingJobs;
    private final ChangeGuards guards;

    public RemoveFlow(EnrolContext enrolContext, EnrolFlow enrol) {
        this.context = enrolContext;
        this.enrol = enrol;
        this.pendingJobs = new PendingJobs(enrolContext);
        this.guards = new ChangeGuards(enrolContext);
    }

    /// See [io.vestibule.people.change.PersonCommands#remove].
    public Undo remove(PersonId person) {
        context.session().require(Permission.REMOVE_PEOPLE);
        return undoable(hide(person, Undo.WINDOW, "person.removed"));
    }

    /// The retention period of the person is over: no confirmation, no undo.
    ///
    /// @return false if they were removed in the meantime
    boolean expire(PersonId person) {
        return context.database()
                .inTransaction(() -> guards.findPerson(person)
                        .map(known -> hide(known.id(), Duration.ZERO, "person.expired"))
                        .isPresent());
    }

    private PersonChange hide(PersonId id, Duration grace, String action) {
        return context.database().inTransaction(() -> {
            var person = guards.requirePerson(id);
            var interrupted = pendingJobs.drop(person.id());
            context.people()
                    .persons()
                    .setRemoved(id, Optional.of(context.clock().instant()));
            context.log().append(action, id.toString());
            var steps =
                    STEPS.stream().map(kind -> new NewStep(kind, id.toString())).toList();
            var made = PersonChange.of(
                            Undo.ChangeKind.REMOVE, id, context.clock().instant())
                    .withJob(context.journal().add(steps, grace), interrupted);
            if (grace.isPositive()) {
                context.changes().insert(made);
            }
            return made;
        });
    }

    /// See [io.vestibule.people.change.PersonCommands#removePhoto].
    public Undo removePhoto(PhotoId photo) {
        return removePhoto(photo, List.of());
    }

    /// Removes a photo to make room for another.
    ///
    /// @param then steps that follow the removal; dropped with it when the removal is undone
    public Undo removePhoto(PhotoId photo, List<NewStep> then) {
        return undoable(hideIfPermitted(photo, Undo.WINDOW, "photo.removed", then));
    }

    /// Another photo replaces this one.
    public void replace(PhotoId photo) {
        hideIfPermitted(photo, Duration.ZERO, "photo.replaced", List.of());
    }

    private PersonChange hideIfPermitted(PhotoId photo, Duration grace, String action, List<NewStep> then) {
        context.session().require(Permission.ENROL);
        return context.database().inTransaction(() -> {
            guards.requireWatchPermission(guards.requirePhoto(photo));
            return hide(photo, grace, action, then);
        });
    }

    /// The retention period of a refused photo is over.
    ///
    /// @return false if it was removed in the meantime
    boolean expire(PhotoId photo) {
        return context.database()
                .inTransaction(() -> guards.findPhoto(photo)
                        .map(known -> hide(known.id(), Duration.ZERO, "photo.expired", List.of()))
                        .isPresent());
    }

    private PersonChange hide(PhotoId id, Duration grace, String action, List<NewStep> then) {
        return context.database().inTransaction(() -> {
            var photo = guards.requirePhoto(id);
            context.people().photos().setRemoved(id, Optional.of(context.clock().instant()));
            context.log().append(action, id.toString());
            var steps = new ArrayList<NewStep>();
            steps.add(new NewStep(EnrolStep.ERASE_PHOTO, id.toString()));
            steps.addAll(then);
            var job = context.journal().add(steps, grace);
            var made = PersonChange.of(
                            Undo.ChangeKind.REMOVE_PHOTO,
                            photo.person(),
                            context.clock().instant())
                    .withPhoto(id)
                    .withJob(job, false);
            if (grace.isPositive()) {
                context.changes().insert(made);
            }
            return made;
        });
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, this::undo);
    }

    private boolean undo(PersonChange personChange) {
        var changeKind = personChange.kind();
        context.session().require(changeKind == Undo.ChangeKind.REMOVE ? Permission.REMOVE_PEOPLE : Permission.ENROL);
        var undone = context.database().inTransaction(() -> {
            personChange.photo().flatMap(context.people().photos()::find).ifPresent(guards::requireWatchPermission);
            if (!context.journal().dropIfNotStarted(personChange.job().orElseThrow())) {
                return false;
            }
            context.changes().delete(personChange.id());
            if (changeKind == Undo.ChangeKind.REMOVE) {
                context.people().persons().setRemoved(personChange.person(), Optional.empty());
                context.log().append("person.restored", personChange.person().toString());
            } else {
                var photo = personChange.photo().orElseThrow();
                context.people().photos().setRemoved(photo, Optional.empty());
                context.people()
                        .photos()
                        .find(photo)
                        .map(PhotoRecord::person)
                        .ifPresent(context::requirePhotosPermitted);
                context.log().append("photo.restored", photo.toString());
            }
            return true;
        });
        if (undone) {
            resume(personChange);
        }
        return undone;
    }

    /// Resumes enrolment after an undo, since steps of other jobs skipped the photos while they or their person were
    /// hidden.
    private void resume(PersonChange personChange) {
        personChange
                .photo()
                .flatMap(context.people().photos()::find)
                .map(PhotoRecord::person)
                .or(() -> Optional.of(personChange.person()))
                .flatMap(guards::findPerson)
                .ifPresent(person -> enrol.resendPhotos(person.id()));
    }

    /// Retries the waiting and parked jobs of this person now.
    public void retry(PersonId person) {
        context.session().require(Permission.ENROL);
        pendingJobs.all(person).forEach(context.journal()::retryNow);
    }
}

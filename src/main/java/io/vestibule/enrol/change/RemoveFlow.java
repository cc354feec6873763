package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.ConsentCountStore;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.RetentionStore;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Removes people and photos: hidden at once, erased everywhere ten seconds later; undo is possible until then. A
/// person who is removed automatically because the retention period is over is erased a day later.
public final class RemoveFlow {

    private static final List<EnrolStep> STEPS = List.of(
            EnrolStep.DISASSOCIATE,
            EnrolStep.DELETE_FACES,
            EnrolStep.DELETE_USER,
            EnrolStep.DELETE_PERSON,
            EnrolStep.VERIFY_ERASED);

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final PendingJobs pendingJobs;
    private final ChangeGuards guards;
    private final UndoRules rules;

    public RemoveFlow(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.pendingJobs = new PendingJobs(enrolContext);
        this.guards = new ChangeGuards(enrolContext);
        this.rules = new UndoRules(enrolContext);
    }

    /// See [io.vestibule.people.change.PersonCommands#remove].
    public Undo remove(PersonId person) {
        context.session().require(Permission.REMOVE_PEOPLE);
        return undoable(context.database().inTransaction(() -> {
            guards.requireNotHeld(person);
            return hide(person, Undo.ChangeKind.REMOVE, "person.removed");
        }));
    }

    /// See [io.vestibule.people.change.PersonCommands#withdrawConsent].
    public Undo withdrawConsent(PersonId id) {
        context.session().require(Permission.WITHDRAW_CONSENT);
        return undoable(context.database().inTransaction(() -> {
            if (guards.requirePerson(id).kind() == PersonKind.WATCH) {
                context.session().require(Permission.REMOVE_PEOPLE);
            }
            guards.requireNotHeld(id);
            countWithdrawal(id, 1);
            return hide(id, Undo.ChangeKind.CONSENT_WITHDRAWN, "person.consent-withdrawn");
        }));
    }

    private void countWithdrawal(PersonId person, int change) {
        context.people()
                .bases()
                .counts()
                .add(person, ConsentCountStore.Answer.WITHDREW, context.clock().instant(), change);
    }

    /// The retention period of the person is over. Undone like a removal, within a day.
    ///
    /// @return false if they were removed in the meantime, or a legal hold is in force
    boolean expire(PersonId person) {
        return context.database()
                .inTransaction(() -> guards.findPerson(person)
                        .filter(known -> context.hold(known.id()).isEmpty())
                        .map(known -> hide(known.id(), Undo.ChangeKind.EXPIRE, "person.expired"))
                        .isPresent());
    }

    /// A restored backup has somebody who was erased since: no confirmation, no undo. Also if the backup has a legal
    /// hold, which was lifted or had ended before they were erased.
    ///
    /// @return false if they are removed already
    boolean eraseAgain(PersonId person) {
        return context.database()
                .inTransaction(() -> guards.findPerson(person)
                        .map(known -> hide(known.id(), Undo.ChangeKind.REMOVE, Duration.ZERO, "person.erased-again"))
                        .isPresent());
    }

    /// As [#eraseAgain(PersonId)], for one photo.
    boolean eraseAgain(PhotoId photo) {
        return context.database()
                .inTransaction(() -> guards.findPhoto(photo)
                        .map(known -> hide(known.id(), Duration.ZERO, "photo.erased-again", List.of()))
                        .isPresent());
    }

    private PersonChange hide(PersonId id, Undo.ChangeKind kind, String action) {
        return hide(id, kind, kind.window(), action);
    }

    private PersonChange hide(PersonId id, Undo.ChangeKind kind, Duration grace, String action) {
        return context.database().inTransaction(() -> {
            var person = guards.requirePerson(id);
            var interrupted = pendingJobs.drop(person.id());
            context.people()
                    .persons()
                    .setRemoved(id, Optional.of(context.clock().instant()));
            context.log().append(action, id.toString());
            var steps =
                    STEPS.stream().map(step -> new NewStep(step, id.toString())).toList();
            var made = PersonChange.of(kind, id, context.clock().instant())
                    .withInterrupted(interrupted)
                    .withJob(context.journal().add(person.company(), steps, grace));
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
            var known = guards.requirePhoto(photo);
            guards.requireWatchPermission(known);
            guards.requireNotHeld(known.person());
            return hide(photo, grace, action, then);
        });
    }

    /// The retention period of a refused photo is over.
    ///
    /// @return false if it was removed in the meantime, or a legal hold is in force
    boolean expire(PhotoId photo) {
        return context.database()
                .inTransaction(() -> guards.findPhoto(photo)
                        .filter(known -> context.hold(known.person()).isEmpty())
                        .map(known ->
                                hide(known.id(), Undo.ChangeKind.EXPIRE_PHOTO.window(), "photo.expired", List.of()))
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
            var job = context.journal().add(photo.company(), steps, grace);
            var expiry = grace.equals(Undo.ChangeKind.EXPIRE_PHOTO.window());
            var made = PersonChange.of(
                            expiry ? Undo.ChangeKind.EXPIRE_PHOTO : Undo.ChangeKind.REMOVE_PHOTO,
                            photo.person(),
                            context.clock().instant())
                    .withPhoto(id)
                    .withJob(job);
            if (grace.isPositive()) {
                context.changes().insert(made);
            }
            return made;
        });
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, rules, this::revert);
    }

    private void revert(PersonChange made) {
        if (made.kind().isRemoval()) {
            requireNotSavedAgain(context.people().photos().findByPerson(made.person()));
            context.people().persons().setRemoved(made.person(), Optional.empty());
            if (made.kind() == Undo.ChangeKind.EXPIRE) {
                hold(made.person());
            } else if (made.kind() == Undo.ChangeKind.CONSENT_WITHDRAWN) {
                countWithdrawal(made.person(), -1);
            }
            context.log().append("person.restored", made.person().toString());
            resend(made.person(), made);
        } else {
            var photo =
                    context.people().photos().find(made.photo().orElseThrow()).orElseThrow();
            requireNotSavedAgain(List.of(photo));
            context.people().photos().setRemoved(photo.id(), Optional.empty());
            if (made.kind() == Undo.ChangeKind.EXPIRE_PHOTO) {
                context.people().collections().restartRetention(photo.id());
            }
            context.log().append("photo.restored", photo.id().toString());
            resend(photo.person(), made);
        }
    }

    /// A person who was brought back after the retention period is not removed again before an operator had time to
    /// set a new one.
    private void hold(PersonId person) {
        new RetentionStore(context.database())
                .hold(List.of(person), context.clock().instant().plus(Undo.ChangeKind.EXPIRE.window()));
    }

    private void requireNotSavedAgain(List<PhotoRecord> photos) {
        if (photos.stream().anyMatch(context.people().photos()::savedAgain)) {
            throw new EnrolException("enrol.photo-saved-again");
        }
    }

    /// Steps of other jobs skipped the photos while they or their person were hidden.
    private void resend(PersonId id, PersonChange made) {
        guards.findPerson(id)
                .flatMap(person -> companyCollections.findExisting(person.company()))
                .ifPresent(collection -> pendingJobs.resend(id, collection.id(), made.interrupted()));
    }

    /// Retries the waiting and parked jobs of this person now.
    public void retry(PersonId person) {
        context.session().require(Permission.ENROL);
        pendingJobs.all(person).forEach(context.journal()::retryNow);
    }
}

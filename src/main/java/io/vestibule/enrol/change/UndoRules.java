package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.journal.JobRecord;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Decides by its kind whether a change can be undone now, and undoes it in one transaction. Whatever the
/// screens offer asks here, so that no button is offered that does nothing.
final class UndoRules {

    /// Another thread started a job of the change between two looks at it: everything is rolled back.
    private static final class StartedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final EnrolContext context;
    private final PendingJobs pendingJobs;
    private final ChangeGuards guards;

    UndoRules(EnrolContext enrolContext) {
        this.context = enrolContext;
        this.pendingJobs = new PendingJobs(enrolContext);
        this.guards = new ChangeGuards(enrolContext);
    }

    /// The change as it is stored, if it can be undone now.
    Optional<PersonChange> open(PersonChange made) {
        return context.changes().find(made.id()).filter(change -> switch (change.kind()
                .reversal()) {
            case RESTORE -> isInTime(change) && !context.changes().isSuperseded(change) && isPresent(change.person());
            case COMPENSATE -> isInTime(change) && isUnstarted(change) && isUnchangedSince(change);
            case WITHDRAW -> isUnstarted(change) && isUnchangedSince(change);
            case NONE -> false;
        });
    }

    /// @param revert brings back the records, and adds the steps that update the collection
    /// @return false if it is too late; nothing has changed then
    boolean undo(PersonChange made, Consumer<PersonChange> revert) {
        context.session().require(made.kind().permission());
        try {
            return context.database().inTransaction(() -> {
                var change = open(made);
                if (change.isEmpty()) {
                    return false;
                }
                requireWatchPermission(change.get());
                if (change.get().kind() == Undo.ChangeKind.ENROL_KNOWN) {
                    guards.requireNotHeld(change.get().person());
                }
                change.get().jobs().forEach(this::drop);
                revert.accept(change.get());
                // In the same transaction: after a crash in between, nobody would go on with the enrolment.
                pendingJobs.restore(
                        context.companyOf(change.get().person()), change.get().interrupted());
                context.changes().delete(change.get().id());
                requireWatchPermission(change.get());
                requireLegalBasis(change.get());
                return true;
            });
        } catch (StartedException _) {
            return false;
        }
    }

    private void drop(UUID job) {
        if (!context.journal().dropIfNotStarted(job)) {
            throw new StartedException();
        }
    }

    private boolean isInTime(PersonChange change) {
        return !context.clock().instant().isAfter(change.until());
    }

    private boolean isUnstarted(PersonChange change) {
        return change.jobs().stream()
                .allMatch(job ->
                        context.journal().job(job).filter(JobRecord::notStarted).isPresent());
    }

    /// Whether the people and photos are still where the change put them.
    private boolean isUnchangedSince(PersonChange change) {
        return switch (change.kind()) {
            case MOVE -> isPresent(change.person()) && isWithOther(change);
            case MERGE, SAME_PERSON, UPDATE ->
                isHidden(change.person()) && isPresent(change.otherPerson().orElseThrow());
            case ENROL_KNOWN -> isPresent(change.person()) && !context.changes().isFollowed(change);
            case REMOVE, CONSENT_WITHDRAWN, EXPIRE -> isHidden(change.person());
            case REMOVE_PHOTO, EXPIRE_PHOTO ->
                photo(change).filter(PhotoRecord::removed).isPresent();
            default -> true;
        };
    }

    private boolean isPresent(PersonId person) {
        return guards.findPerson(person).isPresent();
    }

    private boolean isHidden(PersonId id) {
        return context.people()
                .persons()
                .find(id)
                .filter(person -> person.removed().isPresent())
                .isPresent();
    }

    private boolean isWithOther(PersonChange change) {
        return photo(change)
                .filter(Predicate.not(PhotoRecord::removed))
                .map(PhotoRecord::person)
                .equals(change.otherPerson());
    }

    private Optional<PhotoRecord> photo(PersonChange change) {
        return change.photo().flatMap((PhotoId id) -> context.people().photos().find(id));
    }

    private List<PersonId> people(PersonChange change) {
        return Stream.of(
                        Optional.of(change.person()),
                        change.otherPerson(),
                        photo(change).map(PhotoRecord::person))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// A change that came later may depend on what this one brought, for instance photos on a consent.
    private void requireLegalBasis(PersonChange change) {
        switch (change.kind()) {
            case EDIT, RENEW, ENROL_KNOWN -> context.requireLegalBasis(change.person());
            case REMOVE, CONSENT_WITHDRAWN, EXPIRE -> {}
            default -> people(change).forEach(context::requirePhotosPermitted);
        }
    }

    private void requireWatchPermission(PersonChange change) {
        // The permission to remove people includes those on the watch list.
        if (change.kind().permission() != Permission.REMOVE_PEOPLE) {
            people(change).stream()
                    .flatMap(id -> context.people().persons().find(id).stream())
                    .forEach(guards::requireWatchPermission);
        }
    }
}

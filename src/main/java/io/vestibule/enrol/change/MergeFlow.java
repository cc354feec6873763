package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Merges two people into one. The photos are moved face by face; the merged person is deleted from the collection
/// when the undo period is over, and not before every face is moved.
public final class MergeFlow {

    private final EnrolContext context;
    private final EnrolFlow enrol;
    private final PhotoMove move;
    private final PendingJobs pendingJobs;
    private final ChangeGuards guards;

    public MergeFlow(EnrolContext enrolContext, CompanyCollections companyCollections, EnrolFlow enrol) {
        this.context = enrolContext;
        this.enrol = enrol;
        this.move = new PhotoMove(enrolContext, companyCollections);
        this.pendingJobs = new PendingJobs(enrolContext);
        this.guards = new ChangeGuards(enrolContext);
    }

    /// See [io.vestibule.people.change.PersonCommands#merge].
    public Undo merge(PersonId from, PersonId into) {
        context.session().require(Permission.MANAGE_PEOPLE);
        return mergeDuplicate(from, into, false);
    }

    /// The same for an operator who may enrol but not manage people, when one of the two is about to be enrolled a
    /// second time.
    ///
    /// @param update take contact, sites, note and expiry from `from`, whose values are newer, and erase the photos
    /// that `into` had once all photos of `from` are associated
    Undo mergeDuplicate(PersonId fromId, PersonId intoId, boolean update) {
        context.session().require(Permission.ENROL);
        var personChange = context.database().inTransaction(() -> {
            var from = guards.requirePerson(fromId);
            var into = guards.requirePerson(intoId);
            guards.requireWatchPermission(from, into);
            if (fromId.equals(intoId) || !from.company().equals(into.company())) {
                throw new EnrolException("enrol.merge-nowhere");
            }
            var photos = context.people().photos().findByPersonWithRemoved(fromId);
            if (!photos.isEmpty() && !move.permitsPhotos(into)) {
                throw new EnrolException("enrol.photos-declined");
            }
            var interrupted = pendingJobs.drop(fromId);
            var old = update && !photos.isEmpty()
                    ? context.people().photos().findByPerson(intoId)
                    : List.<PhotoRecord>of();
            var moved = new ArrayList<PersonChange.Moved>();
            for (var photo : photos) {
                moved.add(move.reassign(
                        photo, from, into, context.people().photos().nextPosition(intoId)));
            }
            context.people().persons().update(update ? newer(from, into) : both(from, into));
            context.people()
                    .persons()
                    .setRemoved(fromId, Optional.of(context.clock().instant()));
            context.log().append("person.merged", fromId.toString());
            var steps = new ArrayList<NewStep>(PhotoMove.steps(into, moved, false));
            old.forEach(photo ->
                    steps.add(new NewStep(EnrolStep.DROP_REPLACED, photo.id().toString())));
            context.journal().add(steps, Duration.ZERO);
            var made = PersonChange.of(
                            Undo.ChangeKind.MERGE, fromId, context.clock().instant())
                    .withOtherPerson(intoId)
                    .withBefore(PersonEdit.of(into))
                    .withMoved(moved)
                    .withJob(scheduleErasure(fromId, moved), interrupted);
            context.changes().insert(made);
            context.people().bases().reassign(made.id(), fromId, intoId);
            context.requirePhotosPermitted(intoId);
            return made;
        });
        return undoable(personChange);
    }

    private UUID scheduleErasure(PersonId from, List<PersonChange.Moved> moved) {
        var steps = new ArrayList<NewStep>();
        moved.forEach(photo ->
                steps.add(new NewStep(EnrolStep.CHECK_JOINED, photo.photo().toString())));
        steps.add(new NewStep(EnrolStep.DELETE_USER, from.toString()));
        steps.add(new NewStep(EnrolStep.DELETE_PERSON, from.toString()));
        return context.journal().add(steps, Undo.WINDOW);
    }

    private static Person both(Person from, Person into) {
        var sites = new HashSet<>(into.sites());
        sites.addAll(from.sites());
        var contact = new Contact(
                either(into.contact().email(), from.contact().email()),
                either(into.contact().phone(), from.contact().phone()),
                either(into.contact().host(), from.contact().host()));
        return new PersonEdit(
                        into.name(), into.kind(), contact, sites, either(into.note(), from.note()), into.expires())
                .applyTo(into, into.name());
    }

    private static Person newer(Person from, Person into) {
        return new PersonEdit(
                        into.name(),
                        into.kind(),
                        from.contact(),
                        from.sites(),
                        either(from.note(), into.note()),
                        from.expires())
                .applyTo(into, into.name());
    }

    private static String either(String first, String second) {
        return first.isBlank() ? second : first;
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, this::undo);
    }

    private boolean undo(PersonChange made) {
        context.session().require(Permission.MANAGE_PEOPLE);
        var fromId = made.person();
        var undone = context.database().inTransaction(() -> {
            var from = context.people().persons().find(fromId);
            var into = guards.findPerson(made.otherPerson().orElseThrow());
            if (guards.open(made).isEmpty()
                    || from.isEmpty()
                    || into.isEmpty()
                    || !context.journal().dropIfNotStarted(made.job().orElseThrow())) {
                return false;
            }
            guards.requireWatchPermission(from.get(), into.get());
            revert(made, from.get(), into.get());
            return true;
        });
        if (undone && made.interrupted()) {
            enrol.resendPhotos(fromId);
        }
        return undone;
    }

    private void revert(PersonChange made, Person from, Person into) {
        var back = made.moved().stream()
                .filter(photo -> context.people()
                        .photos()
                        .find(photo.photo())
                        .filter(row -> row.person().equals(into.id()))
                        .isPresent())
                .toList();
        for (var photo : back) {
            var row = context.people().photos().find(photo.photo()).orElseThrow();
            move.reassign(row, into, from, photo.position());
        }
        context.people().bases().undoReassign(made.id(), from.id(), into.id());
        context.requirePhotosPermitted(from.id());
        context.requirePhotosPermitted(into.id());
        var before = made.before().orElseThrow();
        // Values that were edited since then are not reverted.
        if (PersonEdit.of(into).equals(PersonEdit.of(both(from, before.applyTo(into, before.name()))))) {
            context.people().persons().update(before.applyTo(into, before.name()));
        }
        context.people().persons().setRemoved(from.id(), Optional.empty());
        context.changes().delete(made.id());
        context.log().append("person.merge-undone", from.id().toString());
        var steps = new ArrayList<NewStep>(PhotoMove.steps(from, back, true));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, into.id().toString()));
        context.journal().add(steps, Duration.ZERO);
    }
}

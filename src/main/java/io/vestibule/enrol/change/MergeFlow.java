package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.CompanyCollections;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.Contact;
import io.vestibule.people.FaceState;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Merges two people into one. The photos are moved face by face; the merged person is deleted from the collection
/// when the undo period is over, and not before every face is moved.
///
/// Of a newcomer whose duplicate search was deferred, nothing was sent yet. So nothing of theirs is sent before the
/// undo period is over either, and the undo only brings back the records.
public final class MergeFlow {

    private final EnrolContext context;
    private final PhotoMove move;
    private final PendingJobs pendingJobs;
    private final ChangeGuards guards;
    private final UndoRules rules;
    private final ErasedStore erased;

    public MergeFlow(EnrolContext enrolContext, CompanyCollections companyCollections) {
        this.context = enrolContext;
        this.move = new PhotoMove(enrolContext, companyCollections);
        this.pendingJobs = new PendingJobs(enrolContext);
        this.guards = new ChangeGuards(enrolContext);
        this.rules = new UndoRules(enrolContext);
        this.erased = new ErasedStore(enrolContext.database());
    }

    /// See [io.vestibule.people.change.PersonCommands#merge].
    public Undo merge(PersonId from, PersonId into) {
        context.session().require(Permission.MANAGE_PEOPLE);
        var kind = pendingJobs.isUnasked(from) ? Undo.ChangeKind.SAME_PERSON : Undo.ChangeKind.MERGE;
        return merge(from, into, kind, false);
    }

    /// The answer to a deferred duplicate search, for an operator who may enrol but not manage people.
    ///
    /// @param update take contact, sites, note and expiry from `from`, whose values are newer, and erase the photos
    /// that `into` had once all photos of `from` are associated
    /// @param rename `into` gets the name of `from`
    Undo mergeDuplicate(PersonId from, PersonId into, boolean update, boolean rename) {
        context.session().require(Permission.ENROL);
        return merge(from, into, update ? Undo.ChangeKind.UPDATE : Undo.ChangeKind.SAME_PERSON, rename);
    }

    private Undo merge(PersonId fromId, PersonId intoId, Undo.ChangeKind kind, boolean rename) {
        return undoable(context.database().inTransaction(() -> {
            var from = guards.requirePerson(fromId);
            var into = guards.requirePerson(intoId);
            guards.requireWatchPermission(from, into);
            guards.requireNotHeld(fromId);
            if (kind == Undo.ChangeKind.UPDATE || rename) {
                guards.requireNotHeld(intoId);
            }
            if (fromId.equals(intoId) || !from.company().equals(into.company())) {
                throw new EnrolException("enrol.merge-nowhere");
            }
            var photos = context.people().photos().findByPersonWithRemoved(fromId);
            if (!photos.isEmpty() && !move.permitsPhotos(into)) {
                throw new EnrolException("enrol.photos-declined");
            }
            var made = PersonChange.of(kind, fromId, context.clock().instant())
                    .withOtherPerson(intoId)
                    .withBefore(PersonEdit.of(into))
                    .withNewUser(move.createsUser(into))
                    .withInterrupted(pendingJobs.drop(fromId));
            var old = kind == Undo.ChangeKind.UPDATE ? replaced(fromId, intoId) : List.<PhotoId>of();
            var moved = new ArrayList<PersonChange.Moved>();
            for (var photo : photos) {
                moved.add(move.reassign(
                        photo, from, into, context.people().photos().nextPosition(intoId)));
            }
            context.people()
                    .persons()
                    .update(merged(kind, from, PersonEdit.of(into)).applyTo(into, rename ? from.name() : into.name()));
            if (rename) {
                context.log().append("person.renamed", intoId.toString());
            }
            context.people()
                    .persons()
                    .setRemoved(fromId, Optional.of(context.clock().instant()));
            context.log().append("person.merged", fromId.toString());
            erased.addMerge(fromId, intoId);
            made = withJobs(made.withMoved(moved), into, old);
            context.changes().insert(made);
            context.people().bases().reassign(made.id(), fromId, intoId);
            context.requirePhotosPermitted(intoId);
            return made;
        }));
    }

    /// The photos that an update replaces: not those that were handed in again.
    private List<PhotoId> replaced(PersonId from, PersonId into) {
        var again = context.people().photos().findHandedInAgain(from);
        return context.people().photos().findByPerson(into).stream()
                .map(PhotoRecord::id)
                .filter(photo -> !again.contains(photo))
                .toList();
    }

    private PersonChange withJobs(PersonChange made, Person into, List<PhotoId> old) {
        var steps = new ArrayList<NewStep>();
        made.moved()
                .forEach(photo -> steps.add(
                        new NewStep(EnrolStep.CHECK_JOINED, photo.photo().toString())));
        old.forEach(photo -> steps.add(new NewStep(EnrolStep.DROP_REPLACED, photo.toString())));
        steps.add(new NewStep(EnrolStep.DELETE_USER, made.person().toString()));
        steps.add(new NewStep(EnrolStep.DELETE_PERSON, made.person().toString()));
        var withErasure = made.withJob(context.journal().add(into.company(), steps, Undo.WINDOW));
        var moves = PhotoMove.steps(into, made.moved(), false);
        if (made.kind().reversal() == Undo.Reversal.WITHDRAW) {
            return withErasure.withJob(context.journal().add(into.company(), moves, Undo.WINDOW));
        }
        context.journal().add(into.company(), moves, Duration.ZERO);
        return withErasure;
    }

    /// The values of `into` after the merge.
    private static PersonEdit merged(Undo.ChangeKind kind, Person from, PersonEdit into) {
        if (kind == Undo.ChangeKind.UPDATE) {
            return new PersonEdit(
                    into.name(),
                    into.kind(),
                    from.contact(),
                    from.sites(),
                    either(from.note(), into.note()),
                    from.expires());
        }
        var sites = new HashSet<>(into.sites());
        sites.addAll(from.sites());
        var contact = new Contact(
                either(into.contact().email(), from.contact().email()),
                either(into.contact().phone(), from.contact().phone()),
                either(into.contact().host(), from.contact().host()));
        return new PersonEdit(
                into.name(), into.kind(), contact, sites, either(into.note(), from.note()), into.expires());
    }

    private static String either(String first, String second) {
        return first.isBlank() ? second : first;
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, rules, this::revert);
    }

    private void revert(PersonChange made) {
        var from = context.people().persons().find(made.person()).orElseThrow();
        var into = guards.requirePerson(made.otherPerson().orElseThrow());
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
        var before = made.before().orElseThrow();
        context.people()
                .persons()
                .update(PersonEdit.of(into)
                        .reverting(before, merged(made.kind(), from, before))
                        // A merge may have given the other person this name.
                        .applyTo(into, into.name().equals(from.name()) ? before.name() : into.name()));
        context.people().persons().setRemoved(from.id(), Optional.empty());
        context.log().append("person.merge-undone", from.id().toString());
        erased.deleteMerge(from.id());
        var steps = stepsBack(made, from, into, back);
        if (!steps.isEmpty()) {
            context.journal().add(into.company(), steps, Duration.ZERO);
        }
    }

    private List<NewStep> stepsBack(PersonChange made, Person from, Person into, List<PersonChange.Moved> back) {
        if (made.kind().reversal() == Undo.Reversal.WITHDRAW) {
            // Nothing was moved in the collection: only a face that it has is associated again.
            var indexed = back.stream()
                    .filter(photo -> context.people().collections().faces(photo.photo()).stream()
                            .anyMatch(face -> face.state() == FaceState.INDEXED))
                    .toList();
            return indexed.isEmpty() ? List.of() : PhotoMove.steps(from, indexed, true);
        }
        var steps = new ArrayList<NewStep>(PhotoMove.steps(from, back, true));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, into.id().toString()));
        if (made.newUser()) {
            steps.add(new NewStep(EnrolStep.DELETE_EMPTY_USER, into.id().toString()));
        }
        return steps;
    }
}

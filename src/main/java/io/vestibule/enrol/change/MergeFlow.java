package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Records;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes one person of two. The photos go over face by face; the one who was merged leaves the collection when the
/// time to take it back is over, and not before every face has arrived.
public final class MergeFlow {

    private final Records records;
    private final EnrolFlow enrol;
    private final PhotoMove move;
    private final OpenWork open;
    private final Known known;

    public MergeFlow(Records records, Collections collections, EnrolFlow enrol) {
        this.records = records;
        this.enrol = enrol;
        this.move = new PhotoMove(records, collections);
        this.open = new OpenWork(records);
        this.known = new Known(records);
    }

    /// See [io.vestibule.people.change.PersonCommands#merge].
    public Undo merge(PersonId from, PersonId into) {
        records.session().require(Permission.MANAGE_PEOPLE);
        return join(from, into, false);
    }

    /// The same for whoever enrols, where one of the two is about to be enrolled a second time.
    ///
    /// @param update take contact, sites, note and time from `from`, whose are the newer, and erase the photos that
    /// `into` had once all of `from` are in use
    Undo join(PersonId fromId, PersonId intoId, boolean update) {
        records.session().require(Permission.ENROL);
        var change = records.database().inTransaction(() -> {
            var from = known.person(fromId);
            var into = known.person(intoId);
            known.permit(from, into);
            if (fromId.equals(intoId) || !from.company().equals(into.company())) {
                throw new EnrolException("enrol.merge-nowhere");
            }
            var photos = records.people().photos().all(fromId);
            if (!photos.isEmpty() && !move.permitsPhotos(into)) {
                throw new EnrolException("enrol.photos-declined");
            }
            var interrupted = open.drop(fromId);
            var old = update && !photos.isEmpty() ? records.people().photos().of(intoId) : List.<PhotoRecord>of();
            var moved = new ArrayList<Change.Moved>();
            for (var photo : photos) {
                moved.add(move.give(photo, from, into, records.people().photos().nextPlace(intoId)));
            }
            records.people().bases().give(fromId, intoId);
            records.people().persons().update(update ? newer(from, into) : both(from, into));
            records.people()
                    .persons()
                    .setRemoved(fromId, Optional.of(records.clock().instant()));
            records.log().append("person.merged", fromId.toString());
            var steps = new ArrayList<NewStep>(PhotoMove.steps(into, moved, false));
            old.forEach(photo ->
                    steps.add(new NewStep(EnrolStep.DROP_REPLACED, photo.id().toString())));
            records.journal().add(steps, Duration.ZERO);
            var made = Change.of(Undo.Deed.MERGE, fromId, records.clock().instant())
                    .to(intoId)
                    .after(PersonEdit.of(into))
                    .moving(moved)
                    .followedBy(close(fromId, moved), interrupted);
            records.changes().insert(made);
            return made;
        });
        return undoable(change);
    }

    private UUID close(PersonId from, List<Change.Moved> moved) {
        var steps = new ArrayList<NewStep>();
        moved.forEach(photo ->
                steps.add(new NewStep(EnrolStep.CHECK_JOINED, photo.photo().toString())));
        steps.add(new NewStep(EnrolStep.DELETE_USER, from.toString()));
        steps.add(new NewStep(EnrolStep.DELETE_PERSON, from.toString()));
        return records.journal().add(steps, Undo.WINDOW);
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
                .of(into, into.name());
    }

    private static Person newer(Person from, Person into) {
        return new PersonEdit(
                        into.name(),
                        into.kind(),
                        from.contact(),
                        from.sites(),
                        either(from.note(), into.note()),
                        from.expires())
                .of(into, into.name());
    }

    private static String either(String first, String second) {
        return first.isBlank() ? second : first;
    }

    Undo undoable(Change change) {
        return new ChangeUndo(change, this::undo);
    }

    private boolean undo(Change made) {
        records.session().require(Permission.MANAGE_PEOPLE);
        var fromId = made.person();
        var undone = records.database().inTransaction(() -> {
            var from = records.people().persons().find(fromId);
            var into = known.present(made.other().orElseThrow());
            if (known.open(made).isEmpty()
                    || from.isEmpty()
                    || into.isEmpty()
                    || !records.journal().dropUnbegun(made.job().orElseThrow())) {
                return false;
            }
            known.permit(from.get(), into.get());
            giveBack(made, from.get(), into.get());
            return true;
        });
        if (undone && made.interrupted()) {
            enrol.resume(fromId);
        }
        return undone;
    }

    private void giveBack(Change made, Person from, Person into) {
        var back = made.moved().stream()
                .filter(photo -> records.people()
                        .photos()
                        .find(photo.photo())
                        .filter(row -> row.person().equals(into.id()))
                        .isPresent())
                .toList();
        for (var photo : back) {
            var row = records.people().photos().find(photo.photo()).orElseThrow();
            move.give(row, into, from, photo.place());
        }
        records.people().bases().giveBack(from.id());
        var before = made.before().orElseThrow();
        // What was typed since then stays.
        if (PersonEdit.of(into).equals(PersonEdit.of(both(from, before.of(into, before.name()))))) {
            records.people().persons().update(before.of(into, before.name()));
        }
        records.people().persons().setRemoved(from.id(), Optional.empty());
        records.changes().delete(made.id());
        records.log().append("person.merge-undone", from.id().toString());
        var steps = new ArrayList<NewStep>(PhotoMove.steps(from, back, true));
        steps.add(new NewStep(EnrolStep.FOLLOW_USER, into.id().toString()));
        records.journal().add(steps, Duration.ZERO);
    }
}

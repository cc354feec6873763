package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.Records;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Instant;
import java.util.Optional;

/// Welcomes somebody back: a new permission and a new end, no new photo.
public final class RenewFlow {

    private final Records records;
    private final Known known;

    public RenewFlow(Records records) {
        this.records = records;
        this.known = new Known(records);
    }

    /// See [io.vestibule.people.change.PersonCommands#renew].
    ///
    /// @throws EnrolException if the basis does not fit the person, or the end is not possible; nothing was written
    public Undo renew(PersonId id, LegalBasis basis, Instant until) {
        records.session().require(Permission.ENROL);
        return undoable(records.database().inTransaction(() -> {
            var person = known.person(id);
            known.permit(person);
            check(person, basis, until);
            var end = person.expires().filter(until::isBefore).or(() -> Optional.of(until));
            records.people().persons().update(until(person, end));
            records.people().bases().add(id, basis);
            records.log().append("person.renewed", id.toString());
            var change = Change.of(Undo.Deed.RENEW, id, basis.at()).after(PersonEdit.of(person));
            records.changes().insert(change);
            return change;
        }));
    }

    private void check(Person person, LegalBasis basis, Instant until) {
        var details = new Details(
                person.name(),
                person.kind(),
                person.contact(),
                person.sites(),
                person.note(),
                Optional.of(until),
                Optional.of(basis));
        var problems = details.problems(records.clock().instant());
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
        if (!details.permitsPhotos()
                && !records.people().photos().of(person.id()).isEmpty()) {
            throw new EnrolException("enrol.photos-declined");
        }
    }

    private static Person until(Person person, Optional<Instant> end) {
        return new PersonEdit(person.name(), person.kind(), person.contact(), person.sites(), person.note(), end)
                .of(person, person.name());
    }

    Undo undoable(Change change) {
        return new ChangeUndo(change, this::undo);
    }

    private boolean undo(Change made) {
        records.session().require(Permission.ENROL);
        return records.database().inTransaction(() -> {
            var change = known.open(made).filter(open -> !records.changes().overtaken(open));
            var person = known.present(made.person());
            if (change.isEmpty() || person.isEmpty()) {
                return false;
            }
            known.permit(person.get());
            // What else was typed since then stays.
            records.people()
                    .persons()
                    .update(until(
                            person.get(), change.get().before().orElseThrow().expires()));
            records.people().bases().withdraw(made.person(), change.get().made());
            records.changes().delete(made.id());
            records.log().append("person.renewal-undone", made.person().toString());
            return true;
        });
    }
}

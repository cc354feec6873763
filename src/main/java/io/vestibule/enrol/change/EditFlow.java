package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.Records;
import io.vestibule.people.Person;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;

/// Overwrites what was typed about somebody. The collection knows none of it.
public final class EditFlow {

    private final Records records;
    private final Known known;

    public EditFlow(Records records) {
        this.records = records;
        this.known = new Known(records);
    }

    /// See [io.vestibule.people.change.PersonCommands#edit].
    public Undo edit(PersonId id, PersonEdit edit) {
        records.session().require(Permission.ENROL);
        return undoable(records.database().inTransaction(() -> {
            var person = known.person(id);
            var next = edit.of(person, edit.name().strip());
            known.permit(person, next);
            check(person, edit);
            records.people().persons().update(next);
            records.log().append("person.edited", id.toString());
            var change =
                    Change.of(Undo.Deed.EDIT, id, records.clock().instant()).after(PersonEdit.of(person));
            records.changes().insert(change);
            return change;
        }));
    }

    private void check(Person person, PersonEdit edit) {
        var basis = records.people().bases().of(person.id()).stream().findFirst();
        var details =
                new Details(edit.name(), edit.kind(), edit.contact(), edit.sites(), edit.note(), edit.expires(), basis);
        var problems = details.problems(records.clock().instant()).stream()
                // What was fine when it was saved, and is not touched, does not stand in the way of anything else.
                .filter(problem -> !(problem.code().startsWith("enrol.expiry")
                        && edit.expires().equals(person.expires())))
                .filter(problem -> !(problem.code().equals("enrol.reason-incomplete") && edit.kind() == person.kind()))
                .toList();
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
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
            var before = change.get().before().orElseThrow();
            known.permit(person.get());
            records.people().persons().update(before.of(person.get(), before.name()));
            records.changes().delete(made.id());
            records.log().append("person.edit-undone", made.person().toString());
            return true;
        });
    }
}

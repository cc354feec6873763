package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolException;
import io.vestibule.people.Person;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;

/// Overwrites what was typed about a person. The collection stores none of it.
public final class EditFlow {

    private final EnrolContext context;
    private final ChangeGuards guards;
    private final UndoRules rules;

    public EditFlow(EnrolContext enrolContext) {
        this.context = enrolContext;
        this.guards = new ChangeGuards(enrolContext);
        this.rules = new UndoRules(enrolContext);
    }

    /// See [io.vestibule.people.change.PersonCommands#edit].
    public Undo edit(PersonId id, PersonEdit edit) {
        context.session().require(Permission.ENROL);
        return undoable(context.database().inTransaction(() -> {
            var person = guards.requirePerson(id);
            var next = edit.applyTo(person, edit.name().strip());
            guards.requireWatchPermission(person, next);
            guards.requireNotHeld(id);
            check(person, edit);
            context.people().persons().update(next);
            context.log().append("person.edited", id.toString());
            var personChange = PersonChange.of(
                            Undo.ChangeKind.EDIT, id, context.clock().instant())
                    .withBefore(PersonEdit.of(person));
            context.changes().insert(personChange);
            return personChange;
        }));
    }

    private void check(Person person, PersonEdit edit) {
        // A reason from a former time on the watch list is no reason to be put on it again.
        var bases = context.people().bases();
        var basis =
                edit.kind() == person.kind() ? bases.inForce(person.id(), person.kind()) : bases.newest(person.id());
        var enrolDetails = new EnrolDetails(
                edit.name(), edit.kind(), edit.contact(), edit.sites(), edit.note(), edit.expires(), basis);
        var problems = enrolDetails.problems(context.clock().instant()).stream()
                // A value that was valid when it was saved and is not changed must not block the other changes.
                .filter(problem -> !(problem.code().startsWith("enrol.expiry")
                        && edit.expires().equals(person.expires())))
                .filter(problem -> !(problem.code().equals("enrol.reason-incomplete") && edit.kind() == person.kind()))
                .toList();
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, rules, this::revert);
    }

    private void revert(PersonChange made) {
        var person = guards.requirePerson(made.person());
        var before = made.before().orElseThrow();
        context.people().persons().update(before.applyTo(person, before.name()));
        context.log().append("person.edit-undone", made.person().toString());
    }
}

package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolException;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Instant;
import java.util.Optional;

/// Renews a returning person: a new legal basis and a new expiry, no new photo.
public final class RenewFlow {

    private final EnrolContext context;
    private final ChangeGuards guards;
    private final UndoRules rules;

    public RenewFlow(EnrolContext enrolContext) {
        this.context = enrolContext;
        this.guards = new ChangeGuards(enrolContext);
        this.rules = new UndoRules(enrolContext);
    }

    /// See [io.vestibule.people.change.PersonCommands#renew].
    ///
    /// @throws EnrolException if the legal basis does not fit the person, or the expiry is invalid; nothing was
    /// written
    public Undo renew(PersonId id, LegalBasis basis, Instant until) {
        context.session().require(Permission.ENROL);
        return undoable(context.database().inTransaction(() -> {
            var person = guards.requirePerson(id);
            guards.requireWatchPermission(person);
            check(person, basis, until);
            var end = person.expires().filter(until::isBefore).or(() -> Optional.of(until));
            context.people().persons().update(until(person, end));
            var added = context.people().bases().add(id, basis);
            context.requirePhotosPermitted(id);
            context.log().append("person.renewed", id.toString());
            var personChange = PersonChange.of(
                            Undo.ChangeKind.RENEW, id, context.clock().instant())
                    .withBefore(PersonEdit.of(person))
                    .withBasis(added);
            context.changes().insert(personChange);
            return personChange;
        }));
    }

    private void check(Person person, LegalBasis basis, Instant until) {
        var enrolDetails = new EnrolDetails(
                person.name(),
                person.kind(),
                person.contact(),
                person.sites(),
                person.note(),
                Optional.of(until),
                Optional.of(basis));
        var problems = enrolDetails.problems(context.clock().instant());
        if (!problems.isEmpty()) {
            throw new EnrolException(problems);
        }
    }

    private static Person until(Person person, Optional<Instant> end) {
        return new PersonEdit(person.name(), person.kind(), person.contact(), person.sites(), person.note(), end)
                .applyTo(person, person.name());
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, rules, this::revert);
    }

    private void revert(PersonChange made) {
        var person = guards.requirePerson(made.person());
        // Other values that were edited since then are not reverted.
        context.people()
                .persons()
                .update(until(person, made.before().orElseThrow().expires()));
        made.basis().ifPresent(context.people().bases()::delete);
        context.people().holds().deleteNote(made.id());
        context.log().append("person.renewal-undone", made.person().toString());
    }
}

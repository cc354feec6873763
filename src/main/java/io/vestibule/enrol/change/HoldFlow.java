package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.people.LegalHold;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Places and lifts legal holds. Permission `MANAGE_RETENTION`. Blocks for the database.
public final class HoldFlow {

    /// A longer one is placed again: somebody has to look at it.
    public static final Duration LONGEST = Duration.ofDays(10 * 365 + 3);

    private final EnrolContext context;
    private final PersonCommands commands;
    private final ChangeGuards guards;

    public HoldFlow(EnrolContext enrolContext, PersonCommands commands) {
        this.context = enrolContext;
        this.commands = commands;
        this.guards = new ChangeGuards(enrolContext);
    }

    /// Nothing of the person is erased from now on; replaces an earlier hold. A removal of the person or of one of
    /// their photos that can still be undone is undone.
    ///
    /// @throws EnrolException `enrol.hold-incomplete`, `enrol.person-gone`; nothing was changed
    public LegalHold place(PersonId person, String reason, Instant until) {
        var operator = context.session().require(Permission.MANAGE_RETENTION);
        var now = context.clock().instant();
        if (reason.isBlank()
                || reason.length() > LegalHold.LONGEST_REASON
                || !until.isAfter(now)
                || until.isAfter(now.plus(LONGEST))) {
            throw new EnrolException("enrol.hold-incomplete");
        }
        return context.database().inTransaction(() -> {
            commands.undoable().stream()
                    .filter(change -> change.person().equals(person) && erases(change))
                    .forEach(Undo::undo);
            var held = guards.requirePerson(person);
            guards.requireWatchPermission(held);
            context.people().holds().lift(person, operator.id(), now);
            var hold = new LegalHold(UUID.randomUUID(), person, reason.strip(), until, now, operator.id());
            context.people().holds().place(hold);
            context.log().append("person.held", person.toString());
            return hold;
        });
    }

    private static boolean erases(Undo change) {
        return change.kind().isRemoval()
                || change.kind() == Undo.ChangeKind.REMOVE_PHOTO
                || change.kind() == Undo.ChangeKind.EXPIRE_PHOTO;
    }

    /// @return the hold, with which [#restore] takes this back; empty if there was none
    public Optional<LegalHold> lift(PersonId person) {
        var operator = context.session().require(Permission.MANAGE_RETENTION);
        return context.database().inTransaction(() -> {
            guards.requireWatchPermission(guards.requirePerson(person));
            var hold = context.hold(person);
            if (context.people()
                    .holds()
                    .lift(person, operator.id(), context.clock().instant())) {
                context.log().append("person.hold-lifted", person.toString());
            }
            return hold;
        });
    }

    /// Takes back [#lift].
    public void restore(LegalHold hold) {
        context.session().require(Permission.MANAGE_RETENTION);
        context.database().transaction(() -> {
            guards.requireWatchPermission(guards.requirePerson(hold.person()));
            context.people().holds().restore(hold.id());
            context.log().append("person.held", hold.person().toString());
        });
    }
}

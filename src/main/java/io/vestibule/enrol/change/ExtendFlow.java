package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolException;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.LegalHold;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Keeps somebody for longer, for a reason. Blocks for the database.
public final class ExtendFlow {

    private final EnrolContext context;
    private final ChangeGuards guards;
    private final RenewFlow renewals;

    public ExtendFlow(EnrolContext enrolContext) {
        this.context = enrolContext;
        this.guards = new ChangeGuards(enrolContext);
        this.renewals = new RenewFlow(enrolContext);
    }

    /// Sets a later end of the retention period. An entry of the watch list counts as reviewed with that, and has to be
    /// reviewed again by that day. Permission `MANAGE_RETENTION`, for people on the watch list also `ENROL_WATCH`.
    ///
    /// @param until the first day on which they are not kept any more
    /// @throws EnrolException `enrol.extension-unfit`; nothing was changed
    public Undo extend(PersonId id, LocalDate until, String reason) {
        var operator = context.session().require(Permission.MANAGE_RETENTION);
        return renewals.undoable(context.database().inTransaction(() -> {
            var person = guards.requirePerson(id);
            guards.requireWatchPermission(person);
            var now = context.clock().instant();
            var end = until.atStartOfDay(ZoneOffset.UTC).toInstant();
            check(person, end, reason, now);
            var change = PersonChange.of(Undo.ChangeKind.RENEW, id, now).withBefore(PersonEdit.of(person));
            if (person.kind() == PersonKind.WATCH) {
                change =
                        change.withBasis(context.people().bases().add(id, reviewed(person, until, operator.id(), now)));
            }
            context.people().persons().update(until(person, end));
            context.people().holds().addNote(change.id(), id, reason.strip(), operator.id(), now);
            context.log()
                    .append(person.kind() == PersonKind.WATCH ? "person.reviewed" : "person.extended", id.toString());
            context.changes().insert(change);
            return change;
        }));
    }

    private static void check(Person person, Instant end, String reason, Instant now) {
        var later = person.kind() == PersonKind.WATCH
                || person.expires().filter(present -> !end.isAfter(present)).isEmpty();
        if (reason.isBlank()
                || reason.length() > LegalHold.LONGEST_REASON
                || !end.isAfter(now)
                || end.isAfter(now.plus(EnrolDetails.MAX_RETENTION))
                || !later) {
            throw new EnrolException("enrol.extension-unfit");
        }
    }

    private LegalBasis reviewed(Person person, LocalDate next, io.vestibule.base.OperatorId operator, Instant now) {
        return context.people().bases().inForce(person.id(), PersonKind.WATCH).stream()
                .filter(LegalBasis.Reason.class::isInstance)
                .map(LegalBasis.Reason.class::cast)
                .map(reason -> new LegalBasis.Reason(reason.basis(), reason.source(), next, now, operator))
                .findFirst()
                .orElseThrow(() -> new EnrolException("enrol.reason-missing"));
    }

    private static Person until(Person person, Instant end) {
        var later = person.expires().filter(present -> present.isAfter(end)).or(() -> Optional.of(end));
        return new PersonEdit(person.name(), person.kind(), person.contact(), person.sites(), person.note(), later)
                .applyTo(person, person.name());
    }
}

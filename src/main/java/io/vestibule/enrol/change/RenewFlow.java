package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.Records;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.change.PersonEdit;
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

    /// @param until when the person is to be forgotten; an end that is later already stays
    /// @throws EnrolException if the basis does not fit the person, or the end is not possible; nothing was written
    public Person renew(PersonId id, LegalBasis basis, Instant until) {
        records.session().require(Permission.ENROL);
        return records.database().inTransaction(() -> {
            var person = known.person(id);
            known.permit(person);
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
            if (!details.permitsPhotos() && !records.people().photos().of(id).isEmpty()) {
                throw new EnrolException("enrol.photos-declined");
            }
            var end = person.expires().filter(until::isBefore).or(details::expires);
            var renewed = new PersonEdit(
                            person.name(), person.kind(), person.contact(), person.sites(), person.note(), end)
                    .of(person, person.name());
            records.people().persons().update(renewed);
            records.people().bases().add(id, basis);
            records.log().append("person.renewed", id.toString());
            return renewed;
        });
    }
}

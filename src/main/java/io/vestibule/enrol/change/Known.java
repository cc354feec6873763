package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.Records;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Change;
import java.util.Optional;

/// Who and what a change is about, refused at the door where they are gone or not for this operator.
final class Known {

    private final Records records;

    Known(Records records) {
        this.records = records;
    }

    /// @throws EnrolException `enrol.person-gone`
    Person person(PersonId id) {
        return present(id).orElseThrow(() -> new EnrolException("enrol.person-gone"));
    }

    Optional<Person> present(PersonId id) {
        return records.people()
                .persons()
                .find(id)
                .filter(person -> person.removed().isEmpty());
    }

    /// @throws EnrolException `enrol.photo-gone`
    PhotoRecord photo(PhotoId id) {
        return presentPhoto(id).orElseThrow(() -> new EnrolException("enrol.photo-gone"));
    }

    Optional<PhotoRecord> presentPhoto(PhotoId id) {
        return records.people().photos().find(id).filter(photo -> !photo.removed());
    }

    /// @throws io.vestibule.audit.AuditException if one of them is on watch, and the operator may not see that
    void permit(Person... people) {
        for (var person : people) {
            if (person.kind() == PersonKind.WATCH) {
                records.session().require(Permission.ENROL_WATCH);
            }
        }
    }

    /// The change, if its time is not over and it was not taken back.
    Optional<Change> open(Change change) {
        return records.changes()
                .find(change.id())
                .filter(known -> !records.clock().instant().isAfter(known.until()));
    }
}

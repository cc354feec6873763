package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import java.util.Optional;

/// Validates the people and photos of a change: they must exist, and the operator must have the permission.
final class ChangeGuards {

    private final EnrolContext context;

    ChangeGuards(EnrolContext enrolContext) {
        this.context = enrolContext;
    }

    /// @throws EnrolException `enrol.person-gone`
    Person requirePerson(PersonId id) {
        return findPerson(id).orElseThrow(() -> new EnrolException("enrol.person-gone"));
    }

    /// @throws EnrolException `enrol.person-held` if a legal hold is in force
    void requireNotHeld(PersonId person) {
        if (context.hold(person).isPresent()) {
            throw new EnrolException("enrol.person-held");
        }
    }

    Optional<Person> findPerson(PersonId id) {
        return context.people()
                .persons()
                .find(id)
                .filter(person -> person.removed().isEmpty());
    }

    /// @throws EnrolException `enrol.photo-gone`
    PhotoRecord requirePhoto(PhotoId id) {
        return findPhoto(id).orElseThrow(() -> new EnrolException("enrol.photo-gone"));
    }

    Optional<PhotoRecord> findPhoto(PhotoId id) {
        return context.people().photos().find(id).filter(photo -> !photo.removed());
    }

    /// @throws io.vestibule.audit.AuditException if one of them is on the watch list and the operator lacks that
    /// permission
    void requireWatchPermission(Person... people) {
        for (var person : people) {
            context.requireWatchPermission(person.kind());
        }
    }

    /// The same for whoever the photo belongs to, who may be hidden.
    void requireWatchPermission(PhotoRecord photo) {
        context.people().persons().find(photo.person()).ifPresent(this::requireWatchPermission);
    }
}

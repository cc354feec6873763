package io.vestibule.enrol;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.base.GuardedTime;
import io.vestibule.base.PersonId;
import io.vestibule.journal.Journal;
import io.vestibule.people.Company;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.LegalHold;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.store.Database;
import java.time.Instant;
import java.util.Optional;

/// What the flows of this package write to: one database, through the packages that own its tables.
public record EnrolContext(
        Database database,
        PeopleStores people,
        ChangeStore changes,
        Journal journal,
        Session session,
        AuditLog log,
        GuardedTime clock) {

    /// The legal hold of the person that is in force. None ends by a date that cannot be relied on.
    public Optional<LegalHold> hold(PersonId person) {
        return people.holds().find(person, clock.isTrusted() ? clock.instant() : Instant.MIN);
    }

    /// The company that the console is set to.
    ///
    /// @throws EnrolException `enrol.no-company` before the first-run setup is complete
    public Company company() {
        return people.companies().active().orElseThrow(() -> new EnrolException("enrol.no-company"));
    }

    /// The company of a person, for the jobs about them.
    ///
    /// @throws EnrolException `enrol.person-gone`
    public CompanyId companyOf(PersonId person) {
        return people.persons()
                .find(person)
                .map(Person::company)
                .orElseThrow(() -> new EnrolException("enrol.person-gone"));
    }

    /// Each change of a person on the watch list, and each way onto it, needs a permission of its own: call
    /// this with the kind that is stored and with the one that will be.
    ///
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission for that kind
    public void requireWatchPermission(PersonKind kind) {
        if (kind == PersonKind.WATCH) {
            session.require(Permission.ENROL_WATCH);
        }
    }

    /// Whether the legal basis in force of the person is a refusal of photos.
    public boolean hasDeclinedPhotos(PersonId person) {
        return basisInForce(person).filter(basis -> !basis.permitsPhotos()).isPresent();
    }

    /// The legal basis that counts for the person's kind.
    public Optional<LegalBasis> basisInForce(PersonId id) {
        return people.persons().find(id).flatMap(person -> people.bases().inForce(id, person.kind()));
    }

    /// Nobody is on the watch list without a reason, and nobody is stored without a legal basis. Call this in the
    /// same transaction after each change of the kind or the legal bases of a person.
    ///
    /// @throws EnrolException `enrol.reason-missing`, `enrol.consent-missing`, `enrol.photos-declined`
    public void requireLegalBasis(PersonId id) {
        var watched = people.persons()
                .find(id)
                .filter(person -> person.kind() == PersonKind.WATCH)
                .isPresent();
        if (basisInForce(id)
                .filter(basis -> !watched || basis instanceof LegalBasis.Reason)
                .isEmpty()) {
            throw new EnrolException(watched ? "enrol.reason-missing" : "enrol.consent-missing");
        }
        requirePhotosPermitted(id);
    }

    /// No photo is stored of a person who declined photos. Call this in the same transaction after each change
    /// of the photos or the legal bases of a person.
    ///
    /// @throws EnrolException `enrol.photos-declined`
    public void requirePhotosPermitted(PersonId person) {
        if (hasDeclinedPhotos(person) && !people.photos().findByPerson(person).isEmpty()) {
            throw new EnrolException("enrol.photos-declined");
        }
    }
}

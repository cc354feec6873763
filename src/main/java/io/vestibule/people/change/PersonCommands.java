package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.LegalBasis;
import java.time.Instant;
import java.util.List;

/// Port: changes of saved people. Implemented by `enrol`.
///
/// All calls block for the database only, never for the service: the journal updates the service afterwards. Each
/// change is visible at once, and can be undone for ten seconds. All throw `io.vestibule.audit.AuditException`
/// if the operator lacks the permission, and the enrolment's own exception, which carries problems, if
/// validation fails; nothing has changed then.
public interface PersonCommands {

    /// Overwrites the typed values. Permission `ENROL`, for people on the watch list `ENROL_WATCH`.
    Undo edit(PersonId person, PersonEdit edit);

    /// Renews a returning person: a new legal basis and a new expiry, no new photo. Permission `ENROL`, for
    /// people on the watch list `ENROL_WATCH`.
    ///
    /// @param until the new expiry; if the present one is later, it stays
    Undo renew(PersonId person, LegalBasis basis, Instant until);

    /// Moves the photo to the person whom it shows, here and in the collection. Permission `MANAGE_PEOPLE`.
    ///
    /// @param to another person of the same company
    Undo move(PhotoId photo, PersonId to);

    /// Merges two people: `from` is hidden at once, and all their photos and legal bases are assigned to
    /// `into`. If both have a value, `into` keeps theirs. Photos are moved one by one; if the service refuses
    /// one, `from` stays in the collection, without a face, until the operator has decided about that photo.
    /// Permission `MANAGE_PEOPLE`.
    Undo merge(PersonId from, PersonId into);

    /// Hides the photo at once; ten seconds later it is erased from the collection, the bucket and the database.
    /// Permission `ENROL`, for photos of people on the watch list `ENROL_WATCH`.
    Undo removePhoto(PhotoId photo);

    /// Hides the person at once; ten seconds later they are erased everywhere. Permission `REMOVE_PEOPLE`.
    Undo remove(PersonId person);

    /// The person withdrew consent: hidden at once, erased everywhere ten seconds later, with an entry in the
    /// audit log that says so. Permission `WITHDRAW_CONSENT`. People on the watch list are stored without consent:
    /// for them it is a removal, with the permission of one.
    Undo withdrawConsent(PersonId person);

    /// Changes that can still be undone, the latest first.
    List<Undo> undoable();

    /// Retries the waiting and parked jobs of this person now. Permission `ENROL`, also for people on the watch
    /// list: it only performs what was permitted before.
    void retry(PersonId person);
}

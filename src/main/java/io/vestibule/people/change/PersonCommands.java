package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.LegalBasis;
import java.time.Instant;
import java.util.List;

/// Port: what can be done with people who are saved. Done by whoever enrols them.
///
/// All calls block for as long as the database takes, never for the service: that follows in the journal. Each shows
/// at once, and can be taken back for ten seconds. All throw `io.vestibule.audit.AuditException` if the operator may
/// not, and the enrolment's own failure, which carries problems, for what cannot be done; nothing has changed then.
public interface PersonCommands {

    /// Overwrites what was typed. Permission `ENROL`, for people on watch `ENROL_WATCH`.
    Undo edit(PersonId person, PersonEdit edit);

    /// Welcomes somebody back: a new permission and a new end, no new photo. Permission `ENROL`, for people on watch
    /// `ENROL_WATCH`.
    ///
    /// @param until when the person is to be forgotten; an end that is later already stays
    Undo renew(PersonId person, LegalBasis basis, Instant until);

    /// The photo shows somebody else: it is theirs from now on, here and in the collection. Permission
    /// `MANAGE_PEOPLE`.
    ///
    /// @param to of the same company; not whose photo it is already
    Undo move(PhotoId photo, PersonId to);

    /// These two are one person: `from` is hidden at once, and all their photos and permissions are those of `into`.
    /// Where both have a value, `into` keeps theirs. Photos go over one by one; if the service refuses one, `from`
    /// stays in the collection, without a face, until somebody has decided about that photo. Permission
    /// `MANAGE_PEOPLE`.
    Undo merge(PersonId from, PersonId into);

    /// Hides the photo at once; ten seconds later it is gone from the collection, the bucket and here. Permission
    /// `ENROL`.
    Undo removePhoto(PhotoId photo);

    /// Hides the person at once; ten seconds later they are gone everywhere. Permission `REMOVE_PEOPLE`.
    Undo remove(PersonId person);

    /// What can still be taken back, the latest first; Ctrl+Z takes the first.
    List<Undo> undoable();

    /// Tries what waits or is parked for this person again now. Permission `ENROL`.
    void retry(PersonId person);
}

package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.UUID;

/// Port: what can be done with people who are saved. Done by whoever enrols them.
///
/// All calls block, and throw `io.vestibule.audit.AuditException` if the operator may not.
public interface PersonCommands {

    /// A removal that can still be undone.
    ///
    /// @param interrupted whether an enrolment was still under way
    record Removal(PersonId person, UUID job, boolean interrupted) {}

    /// Hides the person at once; ten seconds later they are gone everywhere.
    Removal remove(PersonId person);

    /// Takes a removal back.
    ///
    /// @return false if it had begun already; then it goes on
    boolean undo(Removal removal);

    /// Removes one photo from the collection, the bucket and here.
    UUID removePhoto(PhotoId photo);

    /// Tries what waits or is parked for this person again now.
    void retry(PersonId person);
}

package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.List;
import java.util.Optional;

/// Port: what is wrong with somebody's photos, and mending it. Answered by whoever enrols them.
///
/// Calls block for as long as the database takes; what has to be done in the service follows in the journal and
/// survives a crash in its middle.
public interface Repairs {

    /// Everything that is wrong with the person, in the order of the photos; what concerns the whole person last.
    /// Photos that are on their way are not wrong.
    List<PhotoProblem> problemsOf(PersonId person);

    Optional<PhotoProblem> problemOf(PhotoId photo);

    /// Who the photo seems to show, by the faces in the collection, best first, without the person whose it is: whom
    /// to propose for [PhotoProblem.Repair#MOVE]. Asks the service, so it may take seconds.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    List<PersonId> searchLookAlikes(PhotoId photo);

    /// Does it. `RETAKE` is not done here: it needs a photo.
    ///
    /// @param remedy one of the trouble's; for MOVE with the person chosen
    /// @return how to take it back, where that is possible
    /// @throws IllegalArgumentException for a remedy that the trouble does not have
    /// @throws io.vestibule.audit.AuditException if the operator may not
    Optional<Undo> repair(PhotoProblem photoProblem, PhotoProblem.Remedy remedy);
}

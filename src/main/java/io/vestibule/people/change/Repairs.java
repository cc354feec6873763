package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.List;
import java.util.Optional;

/// Port: detects and repairs problems of a person's photos. Implemented by `enrol`.
///
/// Calls block for the database only, except for [#searchLookAlikes]; the journal updates the service
/// afterwards, and resumes after a crash.
public interface Repairs {

    /// All problems of the person, in the order of the photos; problems of the whole person last. Photos that are
    /// still being processed have no problem.
    List<PhotoProblem> problemsOf(PersonId person);

    Optional<PhotoProblem> problemOf(PhotoId photo);

    /// The people whom the photo may show, by the faces in the collection, best match first, without the photo's
    /// owner: the candidates for [PhotoProblem.Repair#MOVE]. Calls the service, so it may take seconds.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    List<PersonId> searchLookAlikes(PhotoId photo);

    /// Performs the repair, except `RETAKE`, which needs a new photo. Permission `ENROL`; for people on the
    /// watch list also `ENROL_WATCH`, unless it is `WAIT`. `MOVE` and `MERGE` need `MANAGE_PEOPLE`, and
    /// `ACCEPT_LOWER` needs `ACCEPT_LOWER`, and a confidence that photos of one person reach.
    ///
    /// @param remedy one of the problem's; for MOVE with the person chosen
    /// @return the undo, if there is one
    /// @throws IllegalArgumentException if the problem does not have that remedy
    /// @throws io.vestibule.audit.AuditException if the operator lacks the permission
    Optional<Undo> repair(PhotoProblem photoProblem, PhotoProblem.Remedy remedy);
}

package io.vestibule.doctor;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.Map;
import java.util.Optional;

/// Port: jobs of the enrolment that bring a person into the collection. Each method adds a job in the transaction of
/// the
/// caller; the journal performs it.
public interface Enrolments {

    /// Sends the photos of the person that the collection in use does not have.
    void sendPhotos(PersonId person);

    /// Associates these faces with the user of the person, who is created if necessary. Faces that were associated
    /// before pass without a threshold.
    ///
    /// @param holders the user that has each face now
    void associate(PersonId person, Map<PhotoId, Optional<String>> holders);

    /// Asks for the status of the person's user until it is ACTIVE.
    void follow(PersonId person);
}

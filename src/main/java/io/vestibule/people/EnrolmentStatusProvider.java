package io.vestibule.people;

import java.util.List;

/// Port: enrolment status of people in the collection in use. Implemented by `enrol`.
public interface EnrolmentStatusProvider {

    EnrolmentStatus statusOf(Person person);

    /// Faces of the person's photos in the collection in use, in the order of the photos.
    List<IndexedFace> faces(Person person);
}

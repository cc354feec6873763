package io.vestibule.people;

import java.util.List;

/// Port: how people stand in the collection in use. Answered by whoever enrols them.
public interface EnrolmentStatusProvider {

    EnrolmentStatus statusOf(Person person);

    /// Faces of the person's photos in the collection in use, in the order of the photos.
    List<IndexedFace> faces(Person person);
}

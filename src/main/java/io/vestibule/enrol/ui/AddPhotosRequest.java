package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.vision.FaceVector;
import java.util.List;
import java.util.Optional;

/// An enrolled person of whom more photos are to be taken.
///
/// @param picture picture of the person, encoded
/// @param replaces the photo that is removed when the new ones are saved
/// @param inUse faces of the photos in use, to compare the new ones with
/// @param basis the legal basis in force; if it does not permit photos, or there is none, the person is asked
public record AddPhotosRequest(
        Person known,
        Optional<byte[]> picture,
        Optional<PhotoId> replaces,
        List<FaceVector> inUse,
        Optional<LegalBasis> basis) {

    public AddPhotosRequest {
        inUse = List.copyOf(inUse);
    }

    public PersonId person() {
        return known.id();
    }

    public String name() {
        return known.name();
    }

    /// Whether photos are permitted without another question.
    boolean isPermitted() {
        return basis.filter(LegalBasis::permitsPhotos).isPresent();
    }
}

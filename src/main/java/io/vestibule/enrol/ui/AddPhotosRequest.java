package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.Optional;

/// An enrolled person of whom more photos are to be taken.
///
/// @param picture picture of the person, encoded
/// @param replaces the photo that is removed when the new ones are saved
public record AddPhotosRequest(PersonId person, String name, Optional<byte[]> picture, Optional<PhotoId> replaces) {}

package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.Optional;

/// Somebody who is there already, of whom photos are to be taken.
///
/// @param picture how they look, encoded
/// @param replaces the photo that goes when the new ones are saved
public record AddPhotosRequest(PersonId person, String name, Optional<byte[]> picture, Optional<PhotoId> replaces) {}

package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.Optional;

/// A stored photo, and how far it came.
///
/// @param state in the collection that was asked about; empty if it was never sent there, or none was asked about
/// @param waiting whether its bytes still wait in the database for the bucket
/// @param leaving whether the photo or the person was removed
public record RecordedPhoto(
        PhotoId id, CompanyId company, PersonId person, Optional<FaceState> state, boolean waiting, boolean leaving) {}

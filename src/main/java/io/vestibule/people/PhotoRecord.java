package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.time.Instant;

/// A saved photo. Its bytes are in the bucket under [#key], its thumbnail in the database.
///
/// @param sha256 of the final bytes; unique in a company
/// @param position 0 is associated first: the photo that is closest to all others
/// @param flagged whether it was an outlier among the person's photos before saving
/// @param removed whether it is hidden and being erased
/// @param accepted whether an operator reviewed a photo of low similarity, and kept it
public record PhotoRecord(
        PhotoId id,
        CompanyId company,
        PersonId person,
        String sha256,
        int width,
        int height,
        int position,
        boolean flagged,
        Instant created,
        boolean removed,
        boolean accepted) {

    /// A photo that was not changed since it was saved.
    public PhotoRecord(
            PhotoId id,
            CompanyId company,
            PersonId person,
            String sha256,
            int width,
            int height,
            int position,
            boolean flagged,
            Instant created) {
        this(id, company, person, sha256, width, height, position, flagged, created, false, false);
    }

    /// Key in the bucket: free of personal data, spread over folders.
    public String key() {
        return key(id);
    }

    /// The key of a photo of which only the id is left.
    public static String key(PhotoId id) {
        return "photos/" + id.toString().substring(0, 2) + "/" + id + ".jpg";
    }
}

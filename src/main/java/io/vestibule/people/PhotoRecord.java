package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.time.Instant;

/// A photo that was saved. Its bytes are in the bucket under [#key], its thumbnail here.
///
/// @param sha256 of the final bytes; once in a company
/// @param position 0 is the one to associate first: the one closest to all others
/// @param flagged whether it looked unlike the person's other photos before saving
/// @param removed whether it is hidden, on its way out
/// @param accepted whether somebody looked at a photo that resembles the others little, and left it so
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

    /// A photo that nobody has touched since it was saved.
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

    /// The key of a photo of which nothing but the id is left.
    public static String key(PhotoId id) {
        return "photos/" + id.toString().substring(0, 2) + "/" + id + ".jpg";
    }
}

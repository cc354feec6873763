package io.vestibule.people.ui.detail;

import io.vestibule.base.PhotoId;
import io.vestibule.people.change.PhotoProblem;
import java.util.Optional;

/// One photo of the person shown.
///
/// @param words how it stands, or what is wrong with it
/// @param problem what is wrong, and what mends it
public record PersonPhoto(PhotoId id, Group group, String words, Optional<PhotoProblem> problem) {

    /// What a photo is shown among.
    public enum Group {
        LOOK,
        DONE,
        WAY
    }
}

package io.vestibule.people.ui.detail;

import io.vestibule.base.PhotoId;
import io.vestibule.people.change.PhotoProblem;
import java.util.Optional;

/// One photo of the person shown.
///
/// @param words text of its status or problem
/// @param problem the photo's problem, with the possible repairs
public record PersonPhoto(PhotoId id, Group group, String words, Optional<PhotoProblem> problem) {

    /// The group under which a photo is shown.
    public enum Group {
        LOOK,
        DONE,
        WAY
    }
}

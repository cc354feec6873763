package io.vestibule.people.ui;

import io.vestibule.base.PhotoId;
import java.util.Optional;
import javafx.scene.image.Image;

/// One photo of the person shown.
///
/// @param words how it stands, or why it was refused
public record PersonPhoto(PhotoId id, Optional<Image> image, Group group, String words) {

    /// What a photo is shown among.
    public enum Group {
        DONE,
        LOOK,
        WAY
    }
}

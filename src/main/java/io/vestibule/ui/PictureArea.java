package io.vestibule.ui;

import java.util.List;
import javafx.scene.Node;

/// The picture area of the Enrol screen: the drop zone alone, or with whatever `app` puts around it, such as a live
/// picture.
public interface PictureArea {

    /// Builds the area, once.
    ///
    /// @param files the drop zone
    /// @param focusFiles moves the keyboard focus to it
    Node wrap(Node files, Runnable focusFiles);

    /// Moves the keyboard focus to the picture, after the person has consented to photos.
    void focus();

    default void shown() {}

    default void hidden() {}

    /// Stops a capture in progress.
    ///
    /// @return whether there was one; if not, the caller clears the form
    default boolean cancel() {
        return false;
    }

    default List<KeyHint> keys() {
        return List.of();
    }
}

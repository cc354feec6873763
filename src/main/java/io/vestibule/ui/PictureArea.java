package io.vestibule.ui;

import java.util.List;
import javafx.scene.Node;

/// The place for pictures on the Enrol screen: the drop zone alone, or whatever the hall puts around it, such as a
/// live picture.
public interface PictureArea {

    /// Builds the area, once.
    ///
    /// @param files the drop zone
    /// @param focusFiles moves the keyboard to it
    Node wrap(Node files, Runnable focusFiles);

    /// Moves the keyboard to the picture, when the person has agreed to photos.
    void focus();

    default void shown() {}

    default void hidden() {}

    /// Stops what is under way.
    ///
    /// @return whether anything was; if not, the form is cleared
    default boolean cancel() {
        return false;
    }

    default List<KeyHint> keys() {
        return List.of();
    }
}

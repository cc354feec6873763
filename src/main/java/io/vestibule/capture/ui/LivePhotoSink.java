package io.vestibule.capture.ui;

import io.vestibule.photo.Pixels;
import javafx.beans.value.ObservableBooleanValue;

/// Receives live photos. FX thread.
public interface LivePhotoSink {

    /// Whether there is a legal basis for taking photos; without it the camera is off.
    ObservableBooleanValue allowed();

    /// Whether the person declined photos.
    ObservableBooleanValue declined();

    /// Whether there is no photo yet.
    boolean isEmpty();

    /// @param refused called if the photo turns out to be unusable
    void add(Pixels picture, Runnable refused);

    /// Removes the photo that was added last, if it still exists.
    ///
    /// @return whether there was one
    boolean removeLast();

    void save();
}

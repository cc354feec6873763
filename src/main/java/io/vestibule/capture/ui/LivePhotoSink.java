package io.vestibule.capture.ui;

import io.vestibule.photo.Pixels;
import javafx.beans.value.ObservableBooleanValue;

/// Where live photos go. FX thread.
public interface LivePhotoSink {

    /// Whether there is a basis on which photos may be taken; the camera is off without.
    ObservableBooleanValue allowed();

    /// Whether the person said no to photos.
    ObservableBooleanValue declined();

    /// Whether no photo is there yet.
    boolean isEmpty();

    /// @param refused run if the photo turns out not to be usable
    void add(Pixels picture, Runnable refused);

    /// Takes back the photo that was added last, if it is still there.
    ///
    /// @return whether there was one
    boolean removeLast();

    void save();
}

package io.vestibule.ui;

import java.util.Optional;
import java.util.function.Consumer;

/// A live picture of which one still is taken: made by the hall for whatever screen needs a picture of now. The camera
/// is on from [#open] until it has answered, and goes off in any case when the node leaves its window. FX thread only.
///
/// @param <P> what a picture is to whoever asks for it
public interface StillView<P> extends View {

    /// Turns the camera on, in the background.
    ///
    /// @param answer told once: the picture that was taken, or empty if it was given up; the camera is off then
    void open(Consumer<Optional<P>> answer);

    /// Gives up and turns the camera off, if it is on.
    void close();
}

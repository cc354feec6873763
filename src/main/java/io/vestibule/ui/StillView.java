package io.vestibule.ui;

import java.util.Optional;
import java.util.function.Consumer;

/// A live picture from which one still is taken: `app` supplies it to screens that need a current picture. The camera
/// is on from [#open] until the answer, and is turned off in any case when the node leaves its window. FX thread
/// only.
///
/// @param <P> the caller's picture type
public interface StillView<P> extends View {

    /// Turns the camera on, in the background.
    ///
    /// @param answer called once: with the picture, or empty if the user cancelled; the camera is off then
    void open(Consumer<Optional<P>> answer);

    /// Cancels and turns the camera off, if it is on.
    void close();
}

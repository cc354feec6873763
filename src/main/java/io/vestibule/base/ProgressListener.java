package io.vestibule.base;

/// Callback for the progress of a long task. Called on the working thread; implementations that need the FX thread
/// switch to it.
@FunctionalInterface
public interface ProgressListener {

    ProgressListener NONE = (done, total) -> {};

    /// @param done number of units finished, 0..total
    /// @param total number of all units, or 0 while it is unknown
    void onProgress(int done, int total);
}

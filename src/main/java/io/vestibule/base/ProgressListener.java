package io.vestibule.base;

/// Told by long work about how far it is. Called from the working thread; implementations hop if they must.
@FunctionalInterface
public interface ProgressListener {

    ProgressListener NONE = (done, total) -> {};

    /// @param done units finished, 0..total
    /// @param total units in all, or 0 while that is not known
    void onProgress(int done, int total);
}

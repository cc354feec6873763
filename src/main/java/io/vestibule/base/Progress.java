package io.vestibule.base;

/// Told by long work about how far it is. Called from the working thread; implementations hop if they must.
@FunctionalInterface
public interface Progress {

    Progress SILENT = (done, total) -> {};

    /// @param done units finished, 0..total
    /// @param total units in all, or 0 while that is not known
    void at(int done, int total);
}

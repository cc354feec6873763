package io.vestibule.doctor;

/// What is wrong with a collection, for one notice.
public sealed interface CollectionConcern {

    /// It is gone, or empty although people of this company were in it: no camera finds anybody.
    record Lost() implements CollectionConcern {}

    /// Its faces are compared by another model than when it was created.
    ///
    /// @param before version of the model
    record OtherModel(String before, String now) implements CollectionConcern {}

    /// Somebody else changed it, or a backup brought back older records.
    ///
    /// @param differences that are not settled
    record Changed(long differences) implements CollectionConcern {}
}

package io.vestibule.bulk;

/// What an import does with a row.
public enum RowAction {
    /// The number is not known: somebody new.
    ADD,
    /// The number is known, and the row has changed since it was imported last.
    UPDATE
}

package io.vestibule.vms;

import java.util.List;

/// A rule after it was saved, as it was read again from the VMS.
///
/// @param differences where the VMS keeps something else than was sent; empty is the rule
public record SaveResult(AlertRule rule, Confirmation confirmation, List<Difference> differences) {

    public SaveResult {
        differences = List.copyOf(differences);
    }

    /// How we know that it is saved.
    public enum Confirmation {
        /// The VMS said so.
        ANSWERED,
        /// The answer was lost, and the rule was found there.
        FOUND_AFTERWARDS,
        /// An earlier attempt had made it; nothing was sent.
        FOUND_BEFORE,
        /// Nothing differed; nothing was sent.
        NOTHING_TO_DO
    }
}

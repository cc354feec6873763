package io.vestibule.vms;

import java.util.List;

/// A rule after it was saved, as it was read back from the VMS.
///
/// @param differences where the VMS stored something else than was sent; normally empty
public record SaveResult(AlertRule rule, Confirmation confirmation, List<Difference> differences) {

    public SaveResult {
        differences = List.copyOf(differences);
    }

    /// How it is known that the rule was saved.
    public enum Confirmation {
        /// The VMS confirmed it.
        ANSWERED,
        /// The answer was lost, and the rule was found on the VMS.
        FOUND_AFTERWARDS,
        /// An earlier attempt had created it; nothing was sent.
        FOUND_BEFORE,
        /// Nothing differed; nothing was sent.
        NOTHING_TO_DO
    }
}

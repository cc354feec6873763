package io.vestibule.audit;

import java.util.OptionalLong;

/// What a check of the whole chain found.
///
/// @param entries number of entries that were compared and are intact
/// @param brokenAt sequence number of the first entry that was changed or is missing; empty if the chain is intact
public record AuditVerification(long entries, OptionalLong brokenAt) {

    public boolean intact() {
        return brokenAt.isEmpty();
    }
}

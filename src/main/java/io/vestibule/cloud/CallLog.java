package io.vestibule.cloud;

import java.time.Instant;

/// Listener for every call that was sent, for counting its cost. Called on the calling thread.
@FunctionalInterface
public interface CallLog {

    CallLog NONE = (operation, at, billed, ok) -> {};

    /// @param operation name of the operation in the service's spelling
    /// @param billed whether the price list contains the operation
    /// @param ok whether the call succeeded
    void onCall(String operation, Instant at, boolean billed, boolean ok);
}

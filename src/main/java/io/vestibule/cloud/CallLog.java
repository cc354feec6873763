package io.vestibule.cloud;

import java.time.Instant;

/// Hears of every call that left this room, for what it costs. Called from the calling thread.
@FunctionalInterface
public interface CallLog {

    CallLog NONE = (operation, at, billed, ok) -> {};

    /// @param operation as the service spells it
    /// @param billed whether the price list has it
    /// @param ok whether it was answered without a failure
    void onCall(String operation, Instant at, boolean billed, boolean ok);
}

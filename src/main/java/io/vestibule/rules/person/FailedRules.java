package io.vestibule.rules.person;

import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import org.jspecify.annotations.Nullable;

/// Goes on with the other rules when the VMS refuses one. The step fails afterwards, and its retry finds the others
/// done.
final class FailedRules {

    private @Nullable VmsException first;
    private @Nullable VmsException firstToRetry;

    /// @throws VmsException if every other rule would fail as well
    void attempt(Runnable change) {
        try {
            change.run();
        } catch (VmsException e) {
            if (e.failure().concernsServer() || e.failure().isUnanswered()) {
                throw e;
            }
            if (first == null) {
                first = e;
            }
            if (firstToRetry == null && canRetry(e.failure())) {
                firstToRetry = e;
            }
        }
    }

    /// Whether waiting helps, or reading again: another user changed the rule in the meantime.
    static boolean canRetry(VmsFailure failure) {
        return failure.isTransient()
                || failure instanceof VmsFailure.ChangedMeanwhile
                || failure instanceof VmsFailure.NotFound;
    }

    /// @throws VmsException the first failure that a retry may mend, otherwise the first one
    void rethrow() {
        if (firstToRetry != null) {
            throw firstToRetry;
        }
        if (first != null) {
            throw first;
        }
    }
}

package io.vestibule.enrol.step;

import io.vestibule.journal.run.StepHandler;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Steps that associate faces run concurrently; a step that disassociates faces runs alone. A face that is
/// disassociated from one user while it is being associated with another would end with a user that no record names.
final class StepLocks {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    StepHandler shared(StepHandler step) {
        return in(lock.readLock(), step);
    }

    StepHandler exclusive(StepHandler step) {
        return in(lock.writeLock(), step);
    }

    private static StepHandler in(Lock turn, StepHandler handler) {
        return step -> {
            turn.lock();
            try {
                return handler.perform(step);
            } finally {
                turn.unlock();
            }
        };
    }
}

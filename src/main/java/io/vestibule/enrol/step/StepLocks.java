package io.vestibule.enrol.step;

import io.vestibule.journal.run.StepHandler;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Steps that give faces to people run side by side; a step that takes faces away runs alone. A face that is taken
/// from one user while it is being given to another would end with a user whom no record names.
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

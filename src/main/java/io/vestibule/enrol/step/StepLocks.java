package io.vestibule.enrol.step;

import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Steps that concern the same user or photo run one after another, all others concurrently. A face that is
/// disassociated from one user while it is being associated with another would end with a user that no record
/// names.
///
/// Locks are held over calls to the service, which is why they are as narrow as this. A step gets all its locks at
/// once, in order of arrival, so that there is no deadlock and nobody waits for ever.
final class StepLocks {

    private static final class Holder {

        final Set<String> keys;

        Holder(Set<String> keys) {
            this.keys = Set.copyOf(keys);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();

    /// Those that hold their locks, and those that wait, in order of arrival.
    private final List<Holder> holders = new ArrayList<>();

    /// @param keys the users and photos that a step concerns now. They are read again under the locks: if a photo
    ///     was moved meanwhile, the step waits again, for what it concerns then
    StepHandler locked(Function<Step, Set<String>> keys, StepHandler handler) {
        return step -> {
            while (true) {
                var holder = new Holder(keys.apply(step));
                acquire(holder);
                try {
                    if (holder.keys.containsAll(keys.apply(step))) {
                        return handler.perform(step);
                    }
                } finally {
                    release(holder);
                }
            }
        };
    }

    private void acquire(Holder holder) {
        lock.lock();
        try {
            holders.add(holder);
            while (isBlocked(holder)) {
                released.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isBlocked(Holder holder) {
        for (var earlier : holders) {
            if (earlier == holder) {
                return false;
            }
            if (!Collections.disjoint(earlier.keys, holder.keys)) {
                return true;
            }
        }
        return false;
    }

    private void release(Holder holder) {
        lock.lock();
        try {
            holders.removeIf(other -> other == holder);
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

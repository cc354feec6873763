package io.vestibule.rules;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One change of rules at a time, and which rules changed since the VMS was read: what was read before says nothing
/// about them.
final class RuleWrites {

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong revision = new AtomicLong();
    private final Map<RuleId, Long> changed = new ConcurrentHashMap<>();
    private final Set<RuleId> running = ConcurrentHashMap.newKeySet();

    /// Read it before the VMS is read.
    long revision() {
        return revision.get();
    }

    /// Whether the rule is being sent now.
    boolean isRunning(RuleId rule) {
        return running.contains(rule);
    }

    /// Whether the rule was changed since the snapshot was begun, or is being changed now.
    boolean isStale(RuleId rule, VmsSnapshot snapshot) {
        return isRunning(rule) || changed.getOrDefault(rule, 0L) > snapshot.revision();
    }

    /// Changes a rule on the VMS; waits for any other change.
    <T> T change(RuleId rule, Supplier<T> work) {
        return exclusively(() -> {
            boolean outermost = running.add(rule);
            mark(rule);
            try {
                return work.get();
            } finally {
                mark(rule);
                if (outermost) {
                    running.remove(rule);
                }
            }
        });
    }

    /// The same for a change that may turn out to be unnecessary: then what was read before remains valid.
    ///
    /// @param work returns whether the VMS was changed
    boolean changeIfNeeded(RuleId rule, BooleanSupplier work) {
        return exclusively(() -> {
            long before = changed.getOrDefault(rule, 0L);
            boolean done = change(rule, work::getAsBoolean);
            if (!done) {
                changed.put(rule, before);
            }
            return done;
        });
    }

    /// Waits for any other change.
    <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// @return false at once while another change is running, which may take as long as the VMS does
    boolean ifFree(BooleanSupplier work) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private void mark(RuleId rule) {
        changed.put(rule, revision.incrementAndGet());
    }
}

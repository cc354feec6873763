package io.vestibule.doctor;

import io.vestibule.base.ProgressListener;
import io.vestibule.settings.Settings;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Runs the gallery self-test every month, if that is switched on. Ends early when the program closes, and is repeated
/// then at the next start.
public final class MonthlySelfTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final DoctorContext context;
    private final SelfTestFlow flow;
    private final Settings settings;
    private final BooleanSupplier trusted;
    private volatile boolean closed;

    /// @param trusted whether the clock can be relied on: a wrong one would start a test each hour
    public MonthlySelfTest(DoctorContext context, SelfTestFlow flow, Settings settings, BooleanSupplier trusted) {
        this.context = context;
        this.flow = flow;
        this.settings = settings;
        this.trusted = trusted;
    }

    /// Blocks while a test is due and runs.
    ///
    /// @return whether one was run to its end
    public boolean runIfDue() {
        if (!settings.get(DoctorKeys.MONTHLY_TEST) || !trusted.getAsBoolean() || !isDue()) {
            return false;
        }
        try {
            var _ = flow.runUnattended(stopping());
            return true;
        } catch (DoctorException | CancellationException _) {
            // There is nothing to test now, or the program closes.
            return false;
        }
    }

    private boolean isDue() {
        var now = context.clock().instant();
        return flow.plan().filter(plan -> plan.faces() > 0).isPresent()
                && flow.latest()
                        .filter(test -> test.run().ended().plus(MONTH).isAfter(now))
                        .isEmpty();
    }

    private ProgressListener stopping() {
        return (_, _) -> {
            if (closed) {
                throw new CancellationException();
            }
        };
    }

    /// Ends the test under way.
    public void close() {
        closed = true;
    }
}

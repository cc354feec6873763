package io.vestibule.ui.shell;

import io.vestibule.base.Problem;
import io.vestibule.ui.UnexpectedFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs and shows uncaught exceptions. Throttled: the same exception again within a second is dropped, since a broken
/// animation would repeat it sixty times in that time.
public final class UncaughtExceptionReporter implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtExceptionReporter.class);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Consumer<Problem> show;
    private final Map<Problem, Instant> last = new HashMap<>();

    /// @param show called on the thread that failed; has to switch to the FX thread itself
    public UncaughtExceptionReporter(InstantSource clock, Consumer<Problem> show) {
        this.clock = clock;
        this.show = show;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        UnexpectedFailure unexpectedFailure = UnexpectedFailure.of(failure);
        if (isNews(unexpectedFailure.problem())) {
            LOG.error("Uncaught on {}: {}", thread.getName(), unexpectedFailure.trace());
            show.accept(unexpectedFailure.problem());
        }
    }

    private synchronized boolean isNews(Problem problem) {
        Instant now = clock.instant();
        Instant before = last.put(problem, now);
        return before == null || Duration.between(before, now).compareTo(QUIET) > 0;
    }
}

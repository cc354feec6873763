package io.vestibule.app.command.selfcheck;

import io.vestibule.app.desktop.ProblemMapper;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Prints one line per check: status, subject, what was observed, duration.
public final class SelfCheckReport {

    /// One check.
    public interface Check {
        /// @return what was observed, in a few words
        String run() throws Exception;
    }

    /// A check that ran and found a fault; the message describes it.
    public static final class CheckFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CheckFailedException(String what) {
            super(what);
        }
    }

    private final Consumer<String> out;
    private int good;
    private int bad;

    public SelfCheckReport(Consumer<String> out) {
        this.out = out;
    }

    /// Runs a check regardless of the result of earlier ones: the first failure does not always reveal the cause.
    public void check(String subject, Check check) {
        long begun = System.nanoTime();
        try {
            var seen = check.run();
            good++;
            line("ok", subject, "%s (%d ms)".formatted(seen, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(subject, e);
        } catch (Exception | LinkageError e) {
            // A class or library that a package lacks is an `Error`, not an exception, and is what the check has to
            // find.
            fail(subject, e);
        }
    }

    public void fail(String subject, Throwable failure) {
        bad++;
        line("FAILED", subject, words(failure));
    }

    /// @return whether every check passed
    public boolean finish() {
        out.accept(bad == 0 ? "All " + good + " checks passed." : bad + " of " + (good + bad) + " checks failed.");
        return bad == 0;
    }

    private void line(String how, String subject, String words) {
        out.accept("%-6s  %-10s  %s".formatted(how, subject, words));
    }

    private static String words(Throwable failure) {
        var cause = Optional.ofNullable(failure.getCause())
                .map(from -> ", from " + from.getClass().getSimpleName() + ": " + from.getMessage())
                .orElse("");
        return ProblemMapper.problemOf(failure)
                .map(problem -> problem.code() + cause)
                .orElseGet(() -> failure instanceof CheckFailedException
                        ? String.valueOf(failure.getMessage())
                        : failure.getClass().getSimpleName() + ": " + failure.getMessage() + cause);
    }
}

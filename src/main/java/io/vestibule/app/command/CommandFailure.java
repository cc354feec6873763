package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.base.Problem;
import io.vestibule.ui.Strings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Exit codes of commands without a window, and the words for a failure.
final class CommandFailure {

    static final int FAILED = 1;
    /// The data folder is open in another program.
    static final int IN_USE = 3;
    /// What was given, or what was checked, is not as it must be.
    static final int UNUSABLE = 4;

    private CommandFailure() {}

    /// Tells what failed, and what to do.
    ///
    /// @param unusable codes of problems for which [#UNUSABLE] is returned
    /// @return the exit code
    static int report(RuntimeException failure, List<String> unusable, Terminal terminal) {
        Optional<Problem> problem = ProblemMapper.problemOf(failure);
        terminal.line(words(failure));
        String code = problem.map(Problem::code).orElse("");
        if (code.equals("settings.data-in-use") || code.equals("store.in-use")) {
            return IN_USE;
        }
        return unusable.contains(code) ? UNUSABLE : FAILED;
    }

    /// Says what failed beside the result of the command, on the standard error.
    static void explain(RuntimeException failure, Terminal terminal) {
        terminal.progress(words(failure));
    }

    private static String words(RuntimeException failure) {
        return ProblemMapper.problemOf(failure)
                .map(Strings.load(Locale.getDefault(), ScreenContext.BUNDLES)::problem)
                .map(words -> words.summary() + " " + words.explanation() + " " + words.advice())
                .orElseGet(() -> "It failed: " + failure.getClass().getSimpleName());
    }
}

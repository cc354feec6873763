package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.ui.Strings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `backup` and `restore FILE`: the same as in Settings, without a window. The data folder must not be open in
/// another program.
public final class RunBackup {

    static final int FAILED = 1;
    static final int IN_USE = 3;
    static final int UNUSABLE = 4;

    private static final List<String> UNUSABLE_CODES =
            List.of("store.backup-damaged", "store.backup-wrong-key", "store.backup-newer");

    private RunBackup() {}

    /// @return 0 when there is a new backup, which was read back
    public static int backup(Arguments arguments, Terminal terminal) {
        try (var application = PassphraseInput.open(arguments)) {
            application.openStorage();
            var made = application.backups().flow().make(ProgressListener.NONE);
            terminal.line("Made " + made.path());
            return 0;
        } catch (RuntimeException e) {
            return failed(e, terminal);
        }
    }

    /// @return 0 when the data folder is as the backup, without those who were erased since
    public static int restore(Arguments arguments, Terminal terminal) {
        Path backup = arguments.backup().orElseThrow();
        try {
            var given = PassphraseInput.read(arguments.input(), System.in, System.getenv());
            try (var application = given.open(arguments)) {
                application.backups().restore().stage(backup, ProgressListener.NONE);
            }
            try (var application = given.open(arguments)) {
                application.openStorage();
                terminal.line("Restored " + backup + ". The files that were there are in "
                        + application.storage().folder().path().resolve("set-aside"));
            }
            return 0;
        } catch (RuntimeException e) {
            return failed(e, terminal);
        }
    }

    private static int failed(RuntimeException failure, Terminal terminal) {
        Optional<Problem> problem = ProblemMapper.problemOf(failure);
        terminal.line(problem.map(Strings.load(Locale.getDefault(), ScreenContext.BUNDLES)::problem)
                .map(words -> words.summary() + " " + words.explanation() + " " + words.advice())
                .orElseGet(() -> "It failed: " + failure.getClass().getSimpleName()));
        String code = problem.map(Problem::code).orElse("");
        if (code.equals("settings.data-in-use") || code.equals("store.in-use")) {
            return IN_USE;
        }
        return UNUSABLE_CODES.contains(code) ? UNUSABLE : FAILED;
    }
}

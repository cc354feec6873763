package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.base.ProgressListener;
import java.nio.file.Path;
import java.util.List;

/// `backup` and `restore FILE`: the same as in Settings, without a window. The data folder must not be open in
/// another program.
public final class RunBackup {

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
            return CommandFailure.report(e, UNUSABLE_CODES, terminal);
        }
    }

    /// @return 0 when the data folder is as the backup, without those who were erased since
    public static int restore(Arguments arguments, Terminal terminal) {
        Path backup = arguments.file().orElseThrow();
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
            return CommandFailure.report(e, UNUSABLE_CODES, terminal);
        }
    }
}

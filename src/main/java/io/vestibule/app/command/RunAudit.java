package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.base.ProgressListener;
import io.vestibule.privacy.AuditCheckFlow;
import java.nio.file.Path;
import java.util.List;

/// `audit verify` and `audit export FILE`: as on the screen Privacy, without a window and without an operator. The
/// data folder must not be open in another program.
public final class RunAudit {

    private RunAudit() {}

    /// @return 0 if no entry was changed, removed or inserted later; 4 if one was
    public static int verify(Arguments arguments, Terminal terminal) {
        try (var application = PassphraseInput.open(arguments)) {
            var found = AuditCheckFlow.run(application.storage().log(), ProgressListener.NONE);
            if (found.intact()) {
                terminal.line("Intact: all " + found.entries() + " entries are as they were written");
                return 0;
            }
            terminal.line("Not intact: entry " + found.brokenAt().getAsLong()
                    + " was changed, removed or inserted later; the entries before it are intact");
            return CommandFailure.UNUSABLE;
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }

    /// @return 0 when the file is written
    public static int export(Arguments arguments, Terminal terminal) {
        Path file = arguments.file().orElseThrow();
        try (var application = PassphraseInput.open(arguments)) {
            long count = application.privacy().auditExport().exportAll(file);
            terminal.line("Wrote " + count + " entries to " + file);
            return 0;
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }
}

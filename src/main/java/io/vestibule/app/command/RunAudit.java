package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.base.ProgressListener;
import io.vestibule.privacy.AuditCheckFlow;
import io.vestibule.privacy.receipt.ReceiptKey;
import io.vestibule.privacy.receipt.SignedReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `audit verify`, `audit export FILE` and `receipt verify FILE`: as on the screen Privacy, without a window and
/// without an operator. The
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

    /// @return 0 if this desk signed the receipt, and it is unchanged since; 4 if not
    public static int verifyReceipt(Arguments arguments, Terminal terminal) {
        Path file = arguments.file().orElseThrow();
        try (var application = PassphraseInput.open(arguments)) {
            var key = application.privacy().receiptKey();
            var result = SignedReceipt.check(Files.readString(file), key);
            terminal.line(
                    switch (result) {
                        case VALID ->
                            "Valid: signed by this desk (key " + ReceiptKey.fingerprint(key.publicKey())
                                    + ") and unchanged since";
                        case OTHER_KEY -> "Not of this desk: unchanged, but signed with another key";
                        case CHANGED -> "Not valid: this is not a receipt, or it was changed after it was signed";
                    });
            return result == SignedReceipt.Result.VALID ? 0 : CommandFailure.UNUSABLE;
        } catch (IOException e) {
            terminal.line("Not valid: the file cannot be read as text ("
                    + e.getClass().getSimpleName() + ")");
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

package io.vestibule.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What follows `sync` on the command line.
///
/// @param run whether people are enrolled and removed; otherwise only what would happen is found out
/// @param report file that is written, `.csv` or `.html`
/// @param json whether the counts are printed as JSON
public record SyncArguments(boolean run, Optional<Path> report, boolean json) implements CommandDetails {

    /// Takes its words out of the rest of the command line; other options stay there.
    static SyncArguments take(List<String> rest) throws Arguments.UsageException {
        var words = new OptionWords(rest);
        return new SyncArguments(words.runs("sync"), words.file("--report"), words.flag("--json"));
    }
}

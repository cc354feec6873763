package io.vestibule.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What follows `import` on the command line.
///
/// @param source the list or folder
/// @param map how it is read
/// @param run whether people are enrolled; otherwise the list is only checked
/// @param report file that is written, `.csv` or `.html`
/// @param json whether the counts are printed as JSON
/// @param removeMissing whether people are removed whom the list no longer names
public record ImportArguments(
        Path source, Optional<Path> map, boolean run, Optional<Path> report, boolean json, boolean removeMissing)
        implements CommandDetails {

    /// Takes its words out of the rest of the command line; other options stay there.
    static ImportArguments take(List<String> rest) throws Arguments.UsageException {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new Arguments.UsageException("import needs a list or a folder behind it");
        }
        var source = OptionWords.path(rest.removeFirst());
        var words = new OptionWords(rest);
        return new ImportArguments(
                source,
                words.file("--map"),
                words.runs("import"),
                words.file("--report"),
                words.flag("--json"),
                words.flag("--remove-missing"));
    }
}

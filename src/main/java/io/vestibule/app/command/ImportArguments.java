package io.vestibule.app.command;

import java.nio.file.InvalidPathException;
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
public record ImportArguments(Path source, Optional<Path> map, boolean run, Optional<Path> report, boolean json) {

    /// Takes its words out of the rest of the command line; other options stay there.
    static ImportArguments take(List<String> rest) throws Arguments.UsageException {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new Arguments.UsageException("import needs a list or a folder behind it");
        }
        var source = path(rest.removeFirst());
        boolean json = rest.remove("--json");
        boolean dry = rest.remove("--dry-run");
        boolean run = rest.remove("--run");
        if (dry == run) {
            throw new Arguments.UsageException("import needs either --dry-run or --run");
        }
        return new ImportArguments(source, option("--map", rest), run, option("--report", rest), json);
    }

    private static Optional<Path> option(String option, List<String> rest) throws Arguments.UsageException {
        int at = rest.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        rest.remove(at);
        if (at >= rest.size() || rest.get(at).startsWith("--")) {
            throw new Arguments.UsageException("The option " + option + " needs a path behind it");
        }
        return Optional.of(path(rest.remove(at)));
    }

    private static Path path(String word) throws Arguments.UsageException {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new Arguments.UsageException("This is not a path: " + e.getReason());
        }
    }
}

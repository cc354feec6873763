package io.vestibule.app.command;

import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.local.wire.UnmeasuredAttributes;
import io.vestibule.settings.MachineFolder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The parsed command line.
///
/// @param command the command to run
/// @param paths of the options
/// @param photos folder or files of the user's own photos for the tour
/// @param file that is restored, written or verified
/// @param input what the first line of the standard input is
/// @param port where the embedded engine is served; 0 for any free port
/// @param details what `import`, `people`, `rules` or `--serve-local` does
/// @param doctor what a comparison of records and collection does about differences
public record Arguments(
        RunMode command,
        Paths paths,
        List<Path> photos,
        Optional<Path> file,
        StandardInput input,
        int port,
        Optional<CommandDetails> details,
        DoctorOptions doctor) {

    /// @param fix whether the proposed remedies are carried out; otherwise nothing is changed
    /// @param json whether the result is written as JSON
    /// @param also kinds whose remedy is not proposed and is carried out too
    public record DoctorOptions(boolean fix, boolean json, Set<DiscrepancyKind> also) {

        static final DoctorOptions NONE = new DoctorOptions(false, false, Set.of());

        DoctorOptions withFix() {
            return new DoctorOptions(true, json, also);
        }

        DoctorOptions withJson() {
            return new DoctorOptions(fix, true, also);
        }

        DoctorOptions with(DiscrepancyKind kind) {
            var more = EnumSet.of(kind);
            more.addAll(also);
            return new DoctorOptions(true, json, more);
        }
    }

    /// @param data the data folder, if it is not the default one
    /// @param output folder for the files that the command writes
    /// @param config file of locked settings, in addition to the machine's
    public record Paths(Optional<Path> data, Optional<Path> output, Optional<Path> config) {}

    /// What the first line of the standard input is.
    public enum StandardInput {
        UNUSED,
        PASSPHRASE,
        RECOVERY_KEY
    }

    private static final int LAST_PORT = 65_535;

    public enum RunMode {
        WINDOW,
        TOUR,
        SERVE,
        SELF_CHECK,
        BACKUP,
        RESTORE,
        IMPORT,
        PEOPLE,
        RULES,
        SYNC,
        COHORT,
        AUDIT_VERIFY,
        AUDIT_EXPORT,
        DOCTOR,
        RECEIPT_VERIFY,
        MEASURE,
        HELP,
        VERSION
    }

    /// A command line that cannot be parsed; the message names the invalid part.
    public static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /// @param words as the shell split them; blank ones are ignored
    /// @param environment `VESTIBULE_DATA` and `VESTIBULE_CONFIG` are used where the options are not given,
    ///     so that a test machine needs no wrapper script
    public static Arguments of(List<String> words, Map<String, String> environment) throws UsageException {
        var given = of(words);
        var data = given.data();
        var config = given.config();
        var dataHere = environment.getOrDefault("VESTIBULE_DATA", "");
        var configHere = environment.getOrDefault("VESTIBULE_CONFIG", "");
        if (data.isEmpty() && !dataHere.isBlank()) {
            data = Optional.of(path(dataHere));
        }
        if (config.isEmpty() && !configHere.isBlank()) {
            config = Optional.of(readable(path(configHere)));
        }
        return new Arguments(
                given.command(),
                new Paths(data, given.output(), config),
                given.photos(),
                given.file(),
                given.input(),
                given.port(),
                given.details(),
                given.doctor());
    }

    public Optional<Path> data() {
        return paths.data();
    }

    public Optional<Path> output() {
        return paths.output();
    }

    public Optional<Path> config() {
        return paths.config();
    }

    static Arguments of(List<String> words) throws UsageException {
        var command = RunMode.WINDOW;
        var data = Optional.<Path>empty();
        var output = Optional.<Path>empty();
        var config = Optional.<Path>empty();
        var file = Optional.<Path>empty();
        var photos = new ArrayList<Path>();
        var input = StandardInput.UNUSED;
        int port = 0;
        var details = Optional.<CommandDetails>empty();
        var doctor = DoctorOptions.NONE;
        var rest =
                new ArrayList<>(words.stream().filter(word -> !word.isBlank()).toList());
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            switch (word) {
                case "--tour" -> {
                    command = RunMode.TOUR;
                    while (!rest.isEmpty() && !rest.getFirst().startsWith("--")) {
                        photos.add(path(rest.removeFirst()));
                    }
                }
                case "--serve-local" -> {
                    command = RunMode.SERVE;
                    if (!rest.isEmpty() && !rest.getFirst().startsWith("--")) {
                        port = port(rest.removeFirst());
                    }
                }
                case "--refuse-unmeasured" -> details = Optional.of(new ServeArguments(UnmeasuredAttributes.REFUSED));
                case "backup" -> command = RunMode.BACKUP;
                case "restore" -> {
                    command = RunMode.RESTORE;
                    file = Optional.of(readable(value(word, rest)));
                }
                case "audit" -> {
                    var what = rest.isEmpty() ? "" : rest.removeFirst();
                    command = switch (what) {
                        case "verify" -> RunMode.AUDIT_VERIFY;
                        case "export" -> RunMode.AUDIT_EXPORT;
                        default -> throw new UsageException("audit needs verify or export behind it, not " + what);
                    };
                    if (command == RunMode.AUDIT_EXPORT) {
                        file = Optional.of(value(word + " " + what, rest));
                    }
                }
                case "import" -> {
                    command = RunMode.IMPORT;
                    details = Optional.of(ImportArguments.take(rest));
                }
                case "people" -> {
                    command = RunMode.PEOPLE;
                    details = Optional.of(PeopleArguments.take(rest));
                }
                case "sync" -> {
                    command = RunMode.SYNC;
                    details = Optional.of(SyncArguments.take(rest));
                }
                case "rules" -> {
                    command = RunMode.RULES;
                    details = Optional.of(RuleArguments.take(rest));
                }
                case "cohort" -> {
                    command = RunMode.COHORT;
                    details = Optional.of(new CohortArguments(value(word, rest), value(word, rest)));
                }
                case "doctor" -> command = RunMode.DOCTOR;
                case "--dry-run" -> doctor = new DoctorOptions(false, doctor.json(), Set.of());
                case "--fix" -> doctor = doctor.withFix();
                case "--json" -> doctor = doctor.withJson();
                case "--fix-also" -> doctor = doctor.with(kind(rest));
                case "receipt" -> {
                    if (rest.isEmpty() || !rest.removeFirst().equals("verify")) {
                        throw new UsageException("receipt needs verify and a file behind it");
                    }
                    command = RunMode.RECEIPT_VERIFY;
                    file = Optional.of(readable(value("receipt verify", rest)));
                }
                case "--self-check" -> command = RunMode.SELF_CHECK;
                case "--passphrase-stdin" -> input = StandardInput.PASSPHRASE;
                case "--recovery-key-stdin" -> input = StandardInput.RECOVERY_KEY;
                case "--measure-start" -> command = RunMode.MEASURE;
                case "--help", "-h" -> command = RunMode.HELP;
                case "--version" -> command = RunMode.VERSION;
                case "--data" -> data = Optional.of(value(word, rest));
                case "--config" -> config = Optional.of(readable(value(word, rest)));
                case "--output" -> output = Optional.of(value(word, rest));
                default -> throw new UsageException("Vestibule does not know the option " + word);
            }
        }
        if (details.orElse(null) instanceof ServeArguments && command != RunMode.SERVE) {
            throw new UsageException("--refuse-unmeasured belongs to --serve-local");
        }
        return new Arguments(
                command, new Paths(data, output, config), List.copyOf(photos), file, input, port, details, doctor);
    }

    /// Files of locked settings: the machine's, which take precedence, and that of `--config`.
    public List<Path> lockingFiles() {
        return Stream.concat(Stream.of(MachineFolder.settings()), config().stream())
                .toList();
    }

    /// Splits a string as a shell would: at spaces that are not between double quotes.
    public static List<String> split(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(letter);
            }
        }
        words.add(word.toString());
        return words.stream().filter(part -> !part.isBlank()).toList();
    }

    private static Path value(String option, List<String> rest) throws UsageException {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new UsageException("The option " + option + " needs a path behind it");
        }
        return path(rest.removeFirst());
    }

    /// A kind of discrepancy, as the report names it.
    private static DiscrepancyKind kind(List<String> rest) throws UsageException {
        var word = rest.isEmpty() ? "" : rest.removeFirst();
        return Arrays.stream(DiscrepancyKind.values())
                .filter(kind -> kind.remedy().isPresent() && kind.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("The option --fix-also needs a kind that can be fixed, not "
                        + (word.isEmpty() ? "nothing" : word)));
    }

    /// A file that is named explicitly is required: the program must not start without its settings.
    private static Path readable(Path file) throws UsageException {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return file;
        }
        throw new UsageException("This is not a file that can be read: " + file);
    }

    private static int port(String word) throws UsageException {
        try {
            int port = Integer.parseInt(word);
            if (port >= 1 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Reported below, like a number out of range.
        }
        throw new UsageException("A port is a number from 1 to " + LAST_PORT + ", not " + word);
    }

    private static Path path(String word) throws UsageException {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new UsageException("This is not a path: " + e.getReason());
        }
    }
}

package io.vestibule.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words behind a command, from which each option is taken out; those of all commands stay.
final class OptionWords {

    private final List<String> rest;

    OptionWords(List<String> rest) {
        this.rest = rest;
    }

    /// The words before the first option.
    List<String> operands() {
        var operands = new ArrayList<String>();
        while (!rest.isEmpty() && !rest.getFirst().startsWith("--")) {
            operands.add(rest.removeFirst());
        }
        return operands;
    }

    boolean flag(String option) {
        return rest.remove(option);
    }

    Optional<String> value(String option) throws Arguments.UsageException {
        int at = rest.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        rest.remove(at);
        if (at >= rest.size() || rest.get(at).startsWith("--")) {
            throw new Arguments.UsageException("The option " + option + " needs a value behind it");
        }
        return Optional.of(rest.remove(at));
    }

    Optional<Path> file(String option) throws Arguments.UsageException {
        var value = value(option);
        return value.isEmpty() ? Optional.empty() : Optional.of(path(value.get()));
    }

    static Path path(String word) throws Arguments.UsageException {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new Arguments.UsageException("This is not a path: " + e.getReason());
        }
    }

    /// @param least lowest number that is possible
    Optional<Integer> number(String option, int least) throws Arguments.UsageException {
        var value = value(option);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least) {
                return Optional.of(number);
            }
        } catch (NumberFormatException _) {
            // Reported below, like a number out of range.
        }
        throw new Arguments.UsageException("The option " + option + " needs a number from " + least + " behind it");
    }

    <E extends Enum<E>> Optional<E> choice(String option, E[] values) throws Arguments.UsageException {
        var value = value(option);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var found = Arrays.stream(values)
                .filter(one -> word(one).equals(value.get()))
                .findFirst();
        if (found.isEmpty()) {
            throw new Arguments.UsageException("The option " + option + " needs one of "
                    + String.join(
                            ", ", Arrays.stream(values).map(OptionWords::word).toList()) + " behind it");
        }
        return found;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether something is changed: one of `--dry-run` and `--run` has to be given.
    boolean runs(String command) throws Arguments.UsageException {
        boolean dry = flag("--dry-run");
        boolean run = flag("--run");
        if (dry == run) {
            throw new Arguments.UsageException(command + " needs either --dry-run or --run");
        }
        return run;
    }
}

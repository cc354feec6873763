package io.vestibule.app.command;

import io.vestibule.bulk.people.ExportPeopleFlow;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PersonKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// What follows `people` on the command line.
public sealed interface PeopleArguments extends CommandDetails {

    /// People are printed.
    record ListPeople(ExportPeopleFlow.Filter filter, boolean json) implements PeopleArguments {}

    /// People are written to a file.
    record ExportPeople(ExportPeopleFlow.Filter filter, Path file) implements PeopleArguments {}

    /// @param limit most people; empty for the limit of the settings
    /// @param run whether they are removed; otherwise they are only counted
    record RemovePeople(Named named, Optional<Integer> limit, boolean run, boolean json) implements PeopleArguments {}

    /// @param until last day on which they are stored
    record RenewPeople(Named named, LocalDate until, boolean run, boolean json) implements PeopleArguments {}

    /// Who is meant.
    ///
    /// @param references numbers and ids
    /// @param list file with one of them in each line
    record Named(List<String> references, Optional<Path> list) {

        public Named {
            references = List.copyOf(references);
        }
    }

    /// Takes its words out of the rest of the command line; other options stay there.
    static PeopleArguments take(List<String> rest) throws Arguments.UsageException {
        var verb = rest.isEmpty() ? "" : rest.removeFirst();
        var words = new OptionWords(rest);
        return switch (verb) {
            case "list" -> new ListPeople(filter(words), words.flag("--json"));
            case "export" -> {
                var operands = words.operands();
                if (operands.size() != 1) {
                    throw new Arguments.UsageException("people export needs one file behind it");
                }
                yield new ExportPeople(filter(words), OptionWords.path(operands.getFirst()));
            }
            case "remove" -> {
                var named = named("people remove", words);
                yield new RemovePeople(
                        named, words.number("--limit", 1), words.runs("people remove"), words.flag("--json"));
            }
            case "renew" -> {
                var named = named("people renew", words);
                var until = day(words);
                if (!words.flag("--paper-consent")) {
                    throw new Arguments.UsageException("people renew needs --paper-consent: you hold a signed consent"
                            + " of each of them that covers the new period");
                }
                yield new RenewPeople(named, until, words.runs("people renew"), words.flag("--json"));
            }
            default ->
                throw new Arguments.UsageException("people needs list, export, remove or renew behind it, not " + verb);
        };
    }

    private static ExportPeopleFlow.Filter filter(OptionWords words) throws Arguments.UsageException {
        return new ExportPeopleFlow.Filter(
                words.value("--name").orElse(""),
                words.choice("--kind", PersonKind.values()),
                words.choice("--status", EnrolmentStatus.Group.values()));
    }

    private static Named named(String command, OptionWords words) throws Arguments.UsageException {
        var named = new Named(words.operands(), words.file("--list"));
        if (named.references().isEmpty() == named.list().isEmpty()) {
            throw new Arguments.UsageException(command + " needs either numbers behind it, or --list FILE");
        }
        return named;
    }

    private static LocalDate day(OptionWords words) throws Arguments.UsageException {
        try {
            return LocalDate.parse(words.value("--until").orElse(""));
        } catch (DateTimeParseException _) {
            throw new Arguments.UsageException("people renew needs --until and a day such as 2027-12-31 behind it");
        }
    }
}

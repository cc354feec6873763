package io.vestibule.app.command;

import java.util.List;

/// What follows `rules` on the command line.
public sealed interface RuleArguments extends CommandDetails {

    /// Rules are printed.
    record ListRules(boolean json) implements RuleArguments {}

    /// @param names names or ids of rules; empty for all that were changed here and not sent
    /// @param run whether they are sent; otherwise they are only named
    record SendRules(List<String> names, boolean run, boolean json) implements RuleArguments {

        public SendRules {
            names = List.copyOf(names);
        }
    }

    /// Takes its words out of the rest of the command line; other options stay there.
    static RuleArguments take(List<String> rest) throws Arguments.UsageException {
        var verb = rest.isEmpty() ? "" : rest.removeFirst();
        var words = new OptionWords(rest);
        return switch (verb) {
            case "list" -> new ListRules(words.flag("--json"));
            case "send" -> {
                var names = words.operands();
                if (names.isEmpty() != words.flag("--all")) {
                    throw new Arguments.UsageException("rules send needs either names behind it, or --all");
                }
                yield new SendRules(names, words.runs("rules send"), words.flag("--json"));
            }
            default -> throw new Arguments.UsageException("rules needs list or send behind it, not " + verb);
        };
    }
}

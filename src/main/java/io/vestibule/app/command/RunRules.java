package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.rules.DriftReport;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// `rules list|send`: what the Rules screen does, for a script, as the operator who signed in last.
public final class RunRules {

    /// Rules that were changed here and not sent.
    private static final EnumSet<RuleState> UNSENT =
            EnumSet.of(RuleState.DRAFT, RuleState.EDITED, RuleState.OUTDATED, RuleState.UNSURE);

    private final Application application;
    private final Terminal terminal;
    private final Strings strings = Strings.load(Locale.getDefault(), ScreenContext.BUNDLES);

    private RunRules(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /// @return 0, 4 if a rule needs a person or the VMS does not answer, or a code of [CommandFailure]
    public static int run(Arguments arguments, Terminal terminal) {
        var command = (RuleArguments) arguments.details().orElseThrow();
        try (var application = PassphraseInput.open(arguments)) {
            application.openStorage();
            application.storage().session().require(Permission.MANAGE_RULES);
            var run = new RunRules(application, terminal);
            return switch (command) {
                case RuleArguments.ListRules list -> run.list(list);
                case RuleArguments.SendRules send -> run.send(send);
            };
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }

    private int list(RuleArguments.ListRules list) {
        var report = report();
        var lines = report.entries().stream()
                .map(entry -> list.json() ? json(entry) : words(entry))
                .toList();
        terminal.line(
                list.json()
                        ? (lines.isEmpty() ? "[]" : "[\n" + String.join(",\n", lines) + "\n]")
                        : String.join("\n", lines));
        return report.offline().isEmpty() && report.attentionCount() == 0 ? 0 : CommandFailure.UNUSABLE;
    }

    /// The VMS may not answer: the rules are listed all the same, as far as they are known.
    private DriftReport report() {
        var report = application.rules().drift().reconcile();
        report.offline().ifPresent(problem -> terminal.progress(summary(problem)));
        return report;
    }

    private String summary(Problem problem) {
        var words = strings.problem(problem);
        return words.summary() + " " + words.advice();
    }

    private String words(RuleEntry entry) {
        return entry.key() + "\t" + entry.name() + "\t" + strings.constant("rules.state", entry.state())
                + entry.findings().stream()
                        .findFirst()
                        .map(problem -> "\t" + strings.problem(problem).summary())
                        .orElse("");
    }

    private static String json(RuleEntry entry) {
        var one = JsonMapper.shared().createObjectNode();
        one.put("rule", entry.key());
        one.put("name", entry.name());
        one.put("state", OptionWords.word(entry.state()));
        one.put("attention", entry.needsAttention());
        var problems = one.putArray("problems");
        entry.findings().forEach(problem -> problems.add(problem.code()));
        return one.toString();
    }

    private int send(RuleArguments.SendRules send) {
        var report = report();
        var chosen = new ArrayList<RuleEntry>();
        var unknown = new ArrayList<String>();
        if (send.names().isEmpty()) {
            report.entries().stream()
                    .filter(entry -> entry.isEditable() && UNSENT.contains(entry.state()))
                    .forEach(chosen::add);
        }
        for (var name : send.names()) {
            var found = report.entries().stream()
                    .filter(RuleEntry::isEditable)
                    .filter(entry -> entry.key().equals(name) || entry.name().equalsIgnoreCase(name))
                    .toList();
            if (found.size() == 1) {
                chosen.add(found.getFirst());
            } else {
                unknown.add(name);
                terminal.progress(
                        found.isEmpty()
                                ? "No rule is called " + name
                                : "Several rules are called " + name + ": use the id");
            }
        }
        int sent = 0;
        for (var entry : chosen) {
            var failure = send.run() ? send(entry) : Optional.<String>empty();
            failure.ifPresent(words -> terminal.progress(entry.name() + ": " + words));
            sent += failure.isEmpty() ? 1 : 0;
        }
        terminal.line(
                send.json()
                        ? "{\"" + (send.run() ? "sent" : "would-be-sent") + "\": " + sent + ", \"failed\": "
                                + (chosen.size() - sent) + ", \"unknown\": " + unknown.size() + "}"
                        : sent + " rules " + (send.run() ? "sent" : "would be sent"));
        return sent == chosen.size() && unknown.isEmpty() ? 0 : CommandFailure.UNUSABLE;
    }

    /// @return why the rule was not sent
    private Optional<String> send(RuleEntry entry) {
        try {
            return switch (application
                    .rules()
                    .send()
                    .send(entry.local().orElseThrow().id())) {
                case SendResult.Done _ -> Optional.empty();
                case SendResult.Blocked blocked ->
                    Optional.of(summary(blocked.problems().getFirst().problem()));
                case SendResult.Changed _ -> Optional.of(strings.constant("rules.state", RuleState.CHANGED_THERE));
                case SendResult.Gone _ -> Optional.of(strings.constant("rules.state", RuleState.GONE_THERE));
            };
        } catch (RuntimeException e) {
            return Optional.of(summary(ProblemMapper.problemOf(e).orElseThrow(() -> e)));
        }
    }
}

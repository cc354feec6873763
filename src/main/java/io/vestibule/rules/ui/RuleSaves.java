package io.vestibule.rules.ui;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// Saves the drafts of all rules, one save at a time, so that an older draft never overwrites a newer one.
/// Whatever else changes a rule waits until its draft has been saved. FX thread only.
final class RuleSaves {

    private final RulesModel rules;
    private final Map<RuleId, RuleDraft> waiting = new LinkedHashMap<>();
    private final Set<RuleId> failed = new HashSet<>();
    private final Queue<Runnable> afterwards = new ArrayDeque<>();
    private Optional<Save> running = Optional.empty();

    private record Save(RuleId rule, RuleDraft draft) {}

    RuleSaves(RulesModel rules) {
        this.rules = rules;
    }

    /// Saves the draft; one of the same rule that is still waiting is replaced by it.
    void save(RuleId rule, RuleDraft draft) {
        waiting.put(rule, draft);
        next();
    }

    /// The newest draft of the rule that has not been saved yet.
    Optional<RuleDraft> pending(RuleId rule) {
        return Optional.ofNullable(waiting.get(rule))
                .or(() -> running.filter(save -> save.rule().equals(rule)).map(Save::draft));
    }

    /// Whether the last save of the rule failed: the stored draft is older than the one on the screen.
    boolean hasFailed(RuleId rule) {
        return failed.contains(rule);
    }

    /// Runs the action when nothing is left to be saved; at once if there is nothing.
    void whenSaved(Runnable action) {
        if (running.isEmpty() && waiting.isEmpty()) {
            action.run();
        } else {
            afterwards.add(action);
        }
    }

    private void next() {
        if (running.isPresent() || waiting.isEmpty()) {
            return;
        }
        RuleId rule = waiting.keySet().iterator().next();
        RuleDraft draft = Objects.requireNonNull(waiting.remove(rule));
        running = Optional.of(new Save(rule, draft));
        rules.work()
                .runUnlisted(
                        () -> {
                            rules.parts().flow().save(rule, draft);
                            return rule;
                        },
                        _ -> {
                            failed.remove(rule);
                            saved();
                        },
                        problem -> {
                            failed.add(rule);
                            rules.failed(problem);
                            saved();
                        });
    }

    private void saved() {
        running = Optional.empty();
        if (!waiting.isEmpty()) {
            next();
            return;
        }
        rules.refreshLocal();
        while (!afterwards.isEmpty() && running.isEmpty()) {
            afterwards.remove().run();
        }
    }
}

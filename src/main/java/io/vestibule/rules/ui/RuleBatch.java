package io.vestibule.rules.ui;

import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import io.vestibule.vms.VmsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Sends, pauses, resumes and deletes rules, one or several. One that fails is reported, and the others go on. FX
/// thread only.
final class RuleBatch {

    /// Whether rules are being changed now.
    final BooleanProperty running = new SimpleBooleanProperty();

    private final RulesModel rules;
    private final Strings strings;

    RuleBatch(RulesModel rules) {
        this.rules = rules;
        this.strings = rules.strings();
    }

    /// @param done the rules that were changed
    /// @param notDone one sentence for each rule that was left as it was, with the reason
    private record Outcome(List<RuleRecord> done, List<String> notDone) {}

    /// What is done with one rule.
    private interface Step {
        /// @return why the rule was left as it was; empty if it was changed
        Optional<String> perform(RuleRecord rule);
    }

    void send(List<RuleRecord> chosen) {
        run(
                chosen,
                rule -> reason(rules.parts().send().send(rule.id())),
                outcome -> report("rules.batch-sent", outcome, Optional.empty()));
    }

    /// The banner can undo this for the rules that were not so before.
    void pause(List<RuleRecord> chosen, boolean paused) {
        run(
                chosen,
                rule -> rules.parts()
                        .send()
                        .pauses()
                        .setPaused(rule.id(), paused)
                        .flatMap(this::reason),
                outcome -> {
                    List<RuleRecord> changed = outcome.done().stream()
                            .filter(rule -> rule.draft().timetable().paused() != paused)
                            .toList();
                    report(
                            paused ? "rules.batch-paused" : "rules.batch-resumed",
                            outcome,
                            changed.isEmpty() ? Optional.empty() : Optional.of(() -> pause(changed, !paused)));
                });
    }

    /// Takes the rules from the list; the banner can undo this for ten seconds.
    void delete(List<RuleRecord> chosen) {
        run(
                chosen,
                rule -> {
                    rules.parts().flow().delete(rule.id());
                    return Optional.empty();
                },
                outcome -> {
                    List<RuleId> deleted =
                            outcome.done().stream().map(RuleRecord::id).toList();
                    rules.hideDeleted(deleted);
                    report("rules.batch-deleted", outcome, Optional.of(() -> restore(deleted)));
                });
    }

    private void restore(List<RuleId> deleted) {
        rules.run(
                () -> deleted.stream()
                        .filter(rule -> rules.parts().flow().restore(rule))
                        .toList(),
                back -> {
                    if (back.size() < deleted.size()) {
                        rules.port()
                                .showBanner(Banner.info(strings.text("rules.undo-late", deleted.size() - back.size())));
                    }
                    if (back.size() == 1) {
                        rules.select(back.getFirst());
                    } else {
                        rules.refreshLocal();
                    }
                });
    }

    private void run(List<RuleRecord> chosen, Step step, Consumer<Outcome> done) {
        if (running.get() || chosen.isEmpty()) {
            return;
        }
        running.set(true);
        rules.saves()
                .whenSaved(() -> rules.work()
                        .run(
                                strings.text("rules.batch-working", chosen.size()),
                                (ProgressListener progress) -> attempt(chosen, step, progress),
                                outcome -> {
                                    running.set(false);
                                    done.accept(outcome);
                                    rules.refresh();
                                },
                                problem -> {
                                    running.set(false);
                                    rules.failed(problem);
                                    rules.refresh();
                                }));
    }

    private Outcome attempt(List<RuleRecord> chosen, Step step, ProgressListener progress) {
        List<RuleRecord> done = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        Optional<String> stopped = Optional.empty();
        for (RuleRecord rule : chosen) {
            progress.onProgress(done.size() + notDone.size(), chosen.size());
            if (stopped.isEmpty() && Thread.currentThread().isInterrupted()) {
                stopped = Optional.of(strings.text("rules.batch-cancelled"));
            }
            Optional<String> reason = stopped;
            if (stopped.isEmpty()) {
                try {
                    reason = step.perform(rule);
                } catch (VmsException e) {
                    reason = Optional.of(words(e.problem()));
                    // Every other rule would fail the same way.
                    stopped = e.failure().concernsServer() ? reason : Optional.empty();
                } catch (RuleException e) {
                    reason = Optional.of(words(e.problem()));
                }
            }
            if (reason.isPresent()) {
                notDone.add(
                        chosen.size() == 1 ? reason.get() : strings.text("rules.batch-line", name(rule), reason.get()));
            } else {
                done.add(rule);
            }
        }
        return new Outcome(done, notDone);
    }

    /// The number that was changed and the number that was not; the latter are listed, each with its reason.
    private void report(String doneKey, Outcome outcome, Optional<Runnable> undo) {
        int left = outcome.notDone().size();
        String name = outcome.done().stream().findFirst().map(this::name).orElse("");
        List<String> sentences = new ArrayList<>();
        if (!outcome.done().isEmpty()) {
            sentences.add(strings.text(doneKey, outcome.done().size(), name));
        }
        if (left > 0) {
            sentences.add(
                    outcome.done().isEmpty() && left == 1
                            ? outcome.notDone().getFirst()
                            : strings.text("rules.batch-left", left));
        }
        rules.port()
                .showBanner(new Banner(
                        left == 0 ? Banner.Tone.DONE : Banner.Tone.LOOK,
                        String.join(" ", sentences),
                        Optional.empty(),
                        outcome.done().isEmpty() ? Optional.empty() : undo));
        if (left > 0 && outcome.done().size() + left > 1) {
            rules.notDone.set(List.of());
            rules.notDone.set(outcome.notDone());
        }
    }

    private Optional<String> reason(SendResult result) {
        return switch (result) {
            case SendResult.Done _ -> Optional.empty();
            case SendResult.Blocked blocked ->
                blocked.problems().stream()
                        .filter(DraftProblem::blocks)
                        .findFirst()
                        .map(problem -> words(problem.problem()))
                        .or(() -> Optional.of(strings.text("rules.blocked")));
            case SendResult.Changed _ -> Optional.of(strings.text("rules.changed-there"));
            case SendResult.Gone _ -> Optional.of(strings.text("rules.gone-there"));
        };
    }

    private String words(Problem problem) {
        return strings.problem(problem).summary() + " "
                + strings.problem(problem).advice();
    }

    private String name(RuleRecord rule) {
        return rule.draft().name().isBlank()
                ? strings.text("rules.unnamed")
                : rule.draft().name();
    }
}

package io.vestibule.rules.ui;

import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.DraftProblem.DraftSection;
import io.vestibule.rules.DraftValidator;
import io.vestibule.rules.Preview;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.SentRule;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.MembershipChange;
import io.vestibule.ui.LastEdit;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import io.vestibule.vms.AlertRule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/// The open rule: its draft, saved as it is edited, and the evaluation of the draft. FX thread only.
final class BuilderModel {

    private static final int FOUND = 30;

    /// Problems of a rule that is not complete yet.
    private static final Set<String> INCOMPLETE = Set.of(
            "rules.no-name",
            "rules.nobody",
            "rules.no-camera",
            "rules.no-event",
            "rules.never-armed",
            "rules.nobody-told");

    final ObjectProperty<Optional<RuleDraft>> draft = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<DraftEvaluation> evaluation = new SimpleObjectProperty<>(DraftEvaluation.NOTHING);
    final BooleanProperty nothingToSend = new SimpleBooleanProperty();
    final BooleanProperty sending = new SimpleBooleanProperty();
    /// The problems that are shown: all but what a new rule still lacks in sections that nobody has visited yet.
    final ObjectProperty<List<DraftProblem>> shown = new SimpleObjectProperty<>(List.of());

    final ObjectProperty<List<Person>> found = new SimpleObjectProperty<>(List.of());

    private final RulesModel rules;
    private final Strings strings;
    private final LatestQuery<RuleDraft, DraftEvaluation> evaluator;
    private final LatestQuery<String, List<Person>> search;
    private final DraftHistory history = new DraftHistory();
    private Optional<RuleEntry> entry = Optional.empty();
    private Instant seen = Instant.MIN;
    private final Set<DraftSection> visited = EnumSet.noneOf(DraftSection.class);

    /// The evaluation of a draft.
    ///
    /// @param preview empty while nobody is chosen, or the VMS has not been reached
    /// @param overrides the calendar overrides of the rule
    /// @param moved who joined the groups of the rule since it was sent, and who left
    record DraftEvaluation(
            String sentence,
            Members members,
            List<DraftProblem> problems,
            Optional<Preview> preview,
            DayOverrides overrides,
            MembershipChange moved) {
        static final DraftEvaluation NOTHING = new DraftEvaluation(
                "", Members.NOBODY, List.of(), Optional.empty(), DayOverrides.NONE, MembershipChange.NOBODY);

        DraftEvaluation with(List<DraftProblem> others) {
            return new DraftEvaluation(sentence, members, others, preview, overrides, moved);
        }

        boolean blocked() {
            return DraftValidator.blocked(problems);
        }
    }

    BuilderModel(RulesModel rules) {
        this.rules = rules;
        this.strings = rules.strings();
        evaluation.addListener((_, _, _) -> showProblems());
        evaluator = new LatestQuery<>(rules.work(), Duration.ZERO, this::evaluate, evaluation::set, rules::failed);
        search = new LatestQuery<>(rules.work(), Duration.millis(100), this::search, found::set, rules::failed);
    }

    RulesModel rules() {
        return rules;
    }

    Optional<RuleEntry> entry() {
        return entry;
    }

    /// Opens a rule, or refreshes the open one from a new report; unsaved edits stay.
    void open(Optional<RuleEntry> next) {
        boolean same = entry.map(RuleEntry::key).equals(next.map(RuleEntry::key));
        entry = next;
        Optional<RuleRecord> read = next.flatMap(RuleEntry::local);
        Optional<RuleDraft> unsaved = read.map(RuleRecord::id).flatMap(rules.saves()::pending);
        boolean still = unsaved.isEmpty();
        nothingToSend.set((still && is(RuleState.SENT)) || is(RuleState.CHANGED_THERE) || is(RuleState.GONE_THERE));
        // Unsaved edits are newer than the report, unless another user has changed the rule since the last save.
        boolean newer =
                still && read.filter(record -> record.changedAt().isAfter(seen)).isPresent();
        // What was saved here comes back as a newer record with the same content.
        if (!same || (newer && !draft.get().equals(read.map(RuleRecord::draft)))) {
            history.clear();
        }
        if (!same) {
            visited.clear();
            find("");
            evaluation.set(DraftEvaluation.NOTHING);
        }
        showProblems();
        if (!same || newer) {
            draft.set(unsaved.or(() -> read.map(RuleRecord::draft)));
            seen = read.map(RuleRecord::changedAt).orElse(Instant.MIN);
        }
        draft.get().ifPresent(evaluator::submit);
    }

    boolean mayEdit() {
        return rules.mayManage() && draft.get().isPresent();
    }

    void edit(UnaryOperator<RuleDraft> change) {
        draft.get()
                .map(change)
                .filter(next -> !draft.get().equals(Optional.of(next)))
                .ifPresent(next -> {
                    history.add(draft.get().orElseThrow(), next);
                    apply(next);
                });
    }

    private void apply(RuleDraft next) {
        visited.addAll(changed(draft.get().orElseThrow(), next));
        draft.set(Optional.of(next));
        nothingToSend.set(false);
        evaluator.submit(next);
        entry.flatMap(RuleEntry::local)
                .map(RuleRecord::id)
                .ifPresent(rule -> rules.saves().save(rule, next));
    }

    /// The last edit of the open rule, for Ctrl+Z.
    Optional<LastEdit> lastEdit() {
        return history.last()
                .filter(_ -> mayEdit())
                .map(edit -> new LastEdit(
                        edit.nanos(), edit.typed(), () -> history.undo().ifPresent(this::apply)));
    }

    private static Set<DraftSection> changed(RuleDraft before, RuleDraft after) {
        Set<DraftSection> sections = EnumSet.noneOf(DraftSection.class);
        mark(sections, DraftSection.NAME, before.name().equals(after.name()));
        mark(sections, DraftSection.PEOPLE, before.people().equals(after.people()));
        mark(
                sections,
                DraftSection.CAMERAS,
                before.cameras().equals(after.cameras())
                        && before.eventAliases().equals(after.eventAliases()));
        mark(sections, DraftSection.SCHEDULE, before.timetable().equals(after.timetable()));
        mark(sections, DraftSection.RECIPIENTS, before.recipients().equals(after.recipients()));
        return sections;
    }

    private static void mark(Set<DraftSection> sections, DraftSection section, boolean same) {
        if (!same) {
            sections.add(section);
        }
    }

    /// The focus has been in a section of the open rule and left it.
    void visit(DraftSection section) {
        if (visited.add(section)) {
            showProblems();
        }
    }

    /// Sections that block sending and are not shown as problems yet.
    List<DraftSection> unvisited() {
        return evaluation.get().problems().stream()
                .filter(problem -> problem.blocks() && !shown.get().contains(problem))
                .map(DraftProblem::section)
                .distinct()
                .toList();
    }

    private void showProblems() {
        boolean draftOnly = is(RuleState.DRAFT);
        shown.set(evaluation.get().problems().stream()
                .filter(problem -> !draftOnly
                        || visited.contains(problem.section())
                        || !INCOMPLETE.contains(problem.problem().code()))
                .toList());
    }

    /// Sends the rule, or shows everything that it still lacks.
    ///
    /// @return the first section that has to be completed; empty if the rule is being sent
    Optional<DraftSection> sendOrShow() {
        if (!evaluation.get().blocked()) {
            send();
            return Optional.empty();
        }
        visited.addAll(EnumSet.allOf(DraftSection.class));
        showProblems();
        return shown.get().stream()
                .filter(DraftProblem::blocks)
                .map(DraftProblem::section)
                .findFirst();
    }

    private DraftEvaluation evaluate(RuleDraft now) {
        CollectionRef collection = rules.parts().rules().collection().get();
        Members members = rules.parts().rules().memberResolver().resolve(now.people(), collection);
        Optional<VmsSnapshot> snapshot = rules.picture();
        List<DraftProblem> problems = DraftValidator.validate(now, members, snapshot);
        String sentence = new RuleFormatter(strings, rules.sites(), snapshot).sentence(now, members);
        DayOverrides dayOverrides = entry.flatMap(RuleEntry::local)
                .map(rule -> rules.parts().related().holidays().all().overridesFor(rule.id()))
                .orElse(DayOverrides.NONE);
        Optional<Preview> preview = Optional.of(rules.parts()
                .send()
                .preview(
                        now,
                        members,
                        remoteRule(),
                        dayOverrides.at(rules.parts().rules().clock().instant())));
        MembershipChange membershipChange = entry.filter(
                        known -> known.state() == RuleState.OUTDATED || known.state() == RuleState.EDITED)
                .flatMap(RuleEntry::local)
                .map(rules.parts().drift()::membershipChange)
                .orElse(MembershipChange.NOBODY);
        return new DraftEvaluation(sentence, members, problems, preview, dayOverrides, membershipChange);
    }

    private Optional<AlertRule> remoteRule() {
        return entry.flatMap(known ->
                known.remote().or(() -> known.local().flatMap(RuleRecord::sent).map(SentRule::rule)));
    }

    void find(String typed) {
        if (typed.isBlank()) {
            search.stop();
            found.set(List.of());
        } else {
            search.submit(typed);
        }
    }

    /// Runs the action when [#found] belongs to what was typed last: at once, or with the answer. A key that is pressed
    /// before the answer is there is meant for it. Typing on drops the action.
    void whenFound(ObservableBooleanValue focused, Runnable action) {
        search.whenAnswered(focused, action);
    }

    /// Blocks.
    List<Person> search(String typed) {
        CollectionRef collection = rules.parts().rules().collection().get();
        return rules.parts().people().persons().search(collection.company(), typed, FOUND);
    }

    /// Pauses the rule on the VMS, or resumes it; what was edited and not sent stays.
    void setPaused(boolean paused) {
        entry.flatMap(RuleEntry::local).ifPresent(rule -> rules.batch().pause(List.of(rule), paused));
    }

    void send() {
        sent((send, rule) -> send.send(rule));
    }

    void overwriteRemote(AlertRule seen) {
        sent((send, rule) -> send.overwriteRemote(rule, seen));
    }

    void recreate() {
        sent((send, rule) -> send.recreate(rule));
    }

    void acceptRemote(AlertRule remote) {
        RuleId rule = id();
        rules.saves()
                .whenSaved(() -> rules.run(() -> rules.parts().send().acceptRemote(rule, remote), record -> {
                    if (isOpen(rule)) {
                        draft.set(Optional.of(record.draft()));
                        evaluator.submit(record.draft());
                    }
                    rules.refresh();
                }));
    }

    private RuleId id() {
        return entry.flatMap(RuleEntry::local).map(RuleRecord::id).orElseThrow();
    }

    private boolean isOpen(RuleId rule) {
        return entry.flatMap(RuleEntry::local).map(RuleRecord::id).equals(Optional.of(rule));
    }

    /// Sends what is on the screen: it is saved first, after any save that is still running.
    private void sent(BiFunction<SendFlow, RuleId, SendFlow.SendResult> way) {
        RuleId rule = id();
        sending.set(true);
        rules.saves().save(rule, draft.get().orElseThrow());
        rules.saves().whenSaved(() -> {
            if (rules.saves().hasFailed(rule)) {
                sending.set(false);
                return;
            }
            rules.work()
                    .run(
                            strings.text("rules.sending"),
                            () -> way.apply(rules.parts().send(), rule),
                            result -> onSendResult(rule, result),
                            problem -> {
                                sending.set(false);
                                rules.failed(problem);
                                rules.refresh();
                            });
        });
    }

    private void onSendResult(RuleId rule, SendFlow.SendResult sendResult) {
        sending.set(false);
        Consumer<Banner> tell = rules.port()::showBanner;
        switch (sendResult) {
            case SendFlow.SendResult.Done done ->
                tell.accept(
                        done.saved().differences().isEmpty()
                                ? Banner.done(strings.text("rules.sent"))
                                : new Banner(
                                        Banner.Tone.LOOK,
                                        strings.text(
                                                "rules.sent-otherwise",
                                                done.saved().differences().size()),
                                        Optional.empty(),
                                        Optional.empty()));
            case SendFlow.SendResult.Blocked blocked -> {
                if (isOpen(rule)) {
                    evaluation.set(evaluation.get().with(blocked.problems()));
                }
                showWarning(strings.text("rules.blocked"));
            }
            case SendFlow.SendResult.Changed _ -> showWarning(strings.text("rules.changed-there"));
            case SendFlow.SendResult.Gone _ -> showWarning(strings.text("rules.gone-there"));
        }
        rules.refresh();
    }

    private void showWarning(String text) {
        rules.port().showBanner(new Banner(Banner.Tone.LOOK, text, Optional.empty(), Optional.empty()));
    }

    /// Whether the open rule has this state.
    boolean is(RuleState state) {
        return entry.filter(known -> known.state() == state).isPresent();
    }
}

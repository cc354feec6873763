package io.vestibule.rules.ui;

import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import io.vestibule.rules.DraftCheck;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.Preview;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.Sent;
import io.vestibule.rules.VmsPicture;
import io.vestibule.rules.week.Overrides;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.Moved;
import io.vestibule.ui.LatestWork;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import io.vestibule.vms.AlertRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;

/// The rule that is open: its draft, kept as it is typed, and what follows from it. FX thread only.
final class BuilderModel {

    private static final int FOUND = 30;

    final ObjectProperty<Optional<RuleDraft>> draft = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Outlook> outlook = new SimpleObjectProperty<>(Outlook.NOTHING);
    final BooleanProperty settled = new SimpleBooleanProperty();
    final BooleanProperty sending = new SimpleBooleanProperty();
    final ObjectProperty<List<Person>> found = new SimpleObjectProperty<>(List.of());

    private final RulesModel rules;
    private final Strings strings;
    private final LatestWork<RuleDraft, Outlook> judge;
    private final LatestWork<String, List<Person>> search;
    private Optional<RuleEntry> entry = Optional.empty();
    private boolean saving;
    private boolean dirty;
    private Instant seen = Instant.MIN;

    /// What follows from a draft.
    ///
    /// @param preview empty while nobody is chosen, or the VMS was not reached
    /// @param overrides what the calendar makes of the rule
    /// @param moved who came to its groups and who went since it was sent
    record Outlook(
            String sentence,
            Members members,
            List<DraftProblem> problems,
            Optional<Preview> preview,
            Overrides overrides,
            Moved moved) {
        static final Outlook NOTHING =
                new Outlook("", Members.NOBODY, List.of(), Optional.empty(), Overrides.NONE, Moved.NOBODY);

        Outlook with(List<DraftProblem> others) {
            return new Outlook(sentence, members, others, preview, overrides, moved);
        }

        boolean blocked() {
            return DraftCheck.blocked(problems);
        }
    }

    BuilderModel(RulesModel rules) {
        this.rules = rules;
        this.strings = rules.strings();
        judge = new LatestWork<>(rules.work(), Duration.ZERO, this::judge, outlook::set, rules::failed);
        search = new LatestWork<>(rules.work(), Duration.millis(100), this::search, found::set, rules::failed);
    }

    RulesModel rules() {
        return rules;
    }

    Optional<RuleEntry> entry() {
        return entry;
    }

    /// Opens a rule, or takes up what was read anew of the one that is open; what is being typed stays.
    void open(Optional<RuleEntry> next) {
        boolean same = entry.map(RuleEntry::key).equals(next.map(RuleEntry::key));
        if (!same) {
            flush();
        }
        entry = next;
        boolean still = !(saving || dirty);
        settled.set((still && is(RuleState.SENT)) || is(RuleState.CHANGED_THERE) || is(RuleState.GONE_THERE));
        Optional<RuleRecord> read = next.flatMap(RuleEntry::ours);
        // What is being typed is newer than what was read, unless others have written since it was saved.
        boolean newer =
                still && read.filter(record -> record.changed().isAfter(seen)).isPresent();
        if (!same) {
            outlook.set(Outlook.NOTHING);
        }
        if (!same || newer) {
            draft.set(read.map(RuleRecord::draft));
            seen = read.map(RuleRecord::changed).orElse(Instant.MIN);
        }
        draft.get().ifPresent(judge::ask);
    }

    boolean mayEdit() {
        return rules.mayManage() && draft.get().isPresent();
    }

    void edit(UnaryOperator<RuleDraft> change) {
        draft.get()
                .map(change)
                .filter(next -> !draft.get().equals(Optional.of(next)))
                .ifPresent(next -> {
                    draft.set(Optional.of(next));
                    settled.set(false);
                    judge.ask(next);
                    save();
                });
    }

    /// One save at a time; what is typed meanwhile goes with the next.
    private void save() {
        if (saving) {
            dirty = true;
            return;
        }
        Optional<RuleId> id = entry.flatMap(RuleEntry::ours).map(RuleRecord::id);
        if (id.isEmpty() || draft.get().isEmpty()) {
            return;
        }
        saving = true;
        dirty = false;
        RuleDraft now = draft.get().get();
        rules.work()
                .quietly(
                        () -> {
                            rules.parts().flow().save(id.get(), now);
                            return now;
                        },
                        _ -> saved(),
                        problem -> {
                            rules.failed(problem);
                            saved();
                        });
    }

    private void saved() {
        saving = false;
        if (dirty) {
            save();
        } else {
            rules.reread();
        }
    }

    /// The last words typed into a rule that is left.
    private void flush() {
        if (dirty) {
            Optional<RuleId> id = entry.flatMap(RuleEntry::ours).map(RuleRecord::id);
            RuleDraft last = draft.get().orElseThrow();
            dirty = false;
            id.ifPresent(rule -> rules.quietly(
                    () -> {
                        rules.parts().flow().save(rule, last);
                        return last;
                    },
                    _ -> rules.reread()));
        }
    }

    private Outlook judge(RuleDraft now) {
        CollectionRef collection = rules.parts().rules().collection().get();
        Members members = rules.parts().rules().roster().members(now.who(), collection);
        Optional<VmsPicture> picture = rules.picture();
        List<DraftProblem> problems = DraftCheck.of(now, members, picture);
        String sentence = new RuleWords(strings, rules.sites(), picture).sentence(now, members);
        Overrides overrides = entry.flatMap(RuleEntry::ours)
                .map(rule -> rules.parts().truth().holidays().all().of(rule.id()))
                .orElse(Overrides.NONE);
        Optional<Preview> preview = Optional.of(rules.parts()
                .send()
                .preview(
                        now,
                        members,
                        there(),
                        overrides.at(rules.parts().rules().clock().instant())));
        Moved moved = entry.filter(known -> known.state() == RuleState.OUTDATED)
                .flatMap(RuleEntry::ours)
                .map(rules.parts().drift()::moved)
                .orElse(Moved.NOBODY);
        return new Outlook(sentence, members, problems, preview, overrides, moved);
    }

    private Optional<AlertRule> there() {
        return entry.flatMap(known ->
                known.there().or(() -> known.ours().flatMap(RuleRecord::sent).map(Sent::rule)));
    }

    void find(String typed) {
        if (typed.isBlank()) {
            search.stop();
            found.set(List.of());
        } else {
            search.ask(typed);
        }
    }

    /// Blocks.
    List<Person> search(String typed) {
        CollectionRef collection = rules.parts().rules().collection().get();
        return rules.parts().people().persons().search(collection.company(), typed, FOUND);
    }

    void send() {
        sent(parts -> parts.send().send(id()), true);
    }

    void sendOver(AlertRule seen) {
        sent(parts -> parts.send().sendOver(id(), seen), true);
    }

    void sendAgain() {
        sent(parts -> parts.send().sendAgain(id()), true);
    }

    void takeTheirs(AlertRule theirs) {
        rules.run(() -> rules.parts().send().takeTheirs(id(), theirs), record -> {
            draft.set(Optional.of(record.draft()));
            judge.ask(record.draft());
            rules.check();
        });
    }

    private RuleId id() {
        return entry.flatMap(RuleEntry::ours).map(RuleRecord::id).orElseThrow();
    }

    private interface Sending {
        SendFlow.Outcome send(RulesParts parts);
    }

    private void sent(Sending way, boolean saveFirst) {
        RuleId rule = id();
        RuleDraft now = draft.get().orElseThrow();
        sending.set(true);
        rules.work()
                .run(
                        strings.text("rules.sending"),
                        () -> {
                            if (saveFirst) {
                                rules.parts().flow().save(rule, now);
                            }
                            return way.send(rules.parts());
                        },
                        this::told,
                        problem -> {
                            sending.set(false);
                            rules.failed(problem);
                            rules.check();
                        });
    }

    private void told(SendFlow.Outcome outcome) {
        sending.set(false);
        Consumer<Banner> tell = rules.desk()::tell;
        switch (outcome) {
            case SendFlow.Outcome.Done done ->
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
            case SendFlow.Outcome.Blocked blocked -> {
                outlook.set(outlook.get().with(blocked.problems()));
                look(strings.text("rules.blocked"));
            }
            case SendFlow.Outcome.Changed _ -> look(strings.text("rules.changed-there"));
            case SendFlow.Outcome.Gone _ -> look(strings.text("rules.gone-there"));
        }
        rules.check();
    }

    private void look(String words) {
        rules.desk().tell(new Banner(Banner.Tone.LOOK, words, Optional.empty(), Optional.empty()));
    }

    /// Whether the rule stands otherwise than by its plain state, so that it has to be decided what counts.
    boolean is(RuleState state) {
        return entry.filter(known -> known.state() == state).isPresent();
    }
}

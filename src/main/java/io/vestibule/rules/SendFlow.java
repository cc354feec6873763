package io.vestibule.rules;

import io.vestibule.audit.Permission;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.Saved;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the VMS. One thing at a time, and never the same rule twice: before a new rule goes out it is written down
/// which rules were there, and whatever happens, it is looked for before it is sent again.
///
/// Blocks for the network; throws `VmsException`, [RuleException], and `AuditException` if the operator may not.
public final class SendFlow {

    private static final Logger LOG = LoggerFactory.getLogger(SendFlow.class);

    /// How long a deletion can be taken back.
    public static final Duration UNDO = Duration.ofSeconds(10);

    private final Rules rules;
    private final HolidayCalendar calendar;

    public SendFlow(Rules rules, HolidayCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /// What became of sending.
    public sealed interface Outcome {

        /// The VMS has it.
        ///
        /// @param saved with what the VMS keeps otherwise than it was sent
        record Done(Saved saved) implements Outcome {}

        /// Nothing was sent.
        record Blocked(List<DraftProblem> problems) implements Outcome {}

        /// Somebody changed the rule on the VMS; nothing was sent.
        record Changed(AlertRule now) implements Outcome {}

        /// Somebody deleted the rule on the VMS; nothing was sent.
        record Gone() implements Outcome {}
    }

    /// Creates the rule, or changes what differs.
    public Outcome send(RuleId rule) {
        rules.session().require(Permission.MANAGE_RULES);
        Outcome outcome = sendNow(rule, Optional.empty());
        audit(outcome, "rule.sent", rule);
        return outcome;
    }

    /// Sends over what somebody else made of it.
    ///
    /// @param seen what is to be replaced; if it changed again since, nothing is sent
    public Outcome sendOver(RuleId rule, AlertRule seen) {
        rules.session().require(Permission.MANAGE_RULES);
        Outcome outcome = sendNow(rule, Optional.of(seen));
        audit(outcome, "rule.sent-over", rule);
        return outcome;
    }

    /// Creates a rule anew that was deleted on the VMS; it gets another number and topic.
    public Outcome sendAgain(RuleId rule) {
        rules.session().require(Permission.MANAGE_RULES);
        synchronized (this) {
            rules.store().forgetSent(rule);
        }
        return send(rule);
    }

    /// Takes over what somebody else made of it, in place of the draft.
    public synchronized RuleRecord takeTheirs(RuleId rule, AlertRule theirs) {
        rules.session().require(Permission.MANAGE_RULES);
        RuleRecord record = rules.record(rule);
        Instant now = rules.clock().instant();
        Optional<DayOverride> override = record.sent().flatMap(Sent::override);
        RuleDraft read = Wanted.draft(theirs.content(), record.draft(), now);
        // A holiday that is in force there is not what they made of the week.
        RuleDraft draft = override.map(day -> read.withWhen(read.when()
                        .with(day.without(
                                read.when().week(), record.draft().when().week()))))
                .orElse(read);
        rules.store().setDraft(rule, draft, now);
        rules.store().setSent(rule, new Sent(theirs, draft, now, override));
        return rules.record(rule);
    }

    /// What would be sent now, exactly.
    ///
    /// @param today what the calendar makes of the rule
    public Preview preview(RuleDraft draft, Members members, Optional<AlertRule> there, Optional<DayOverride> today) {
        return Preview.of(wanted(draft, members, there, today), there);
    }

    private synchronized Outcome sendNow(RuleId rule, Optional<AlertRule> over) {
        VmsClient vms = rules.vms().get();
        VmsPicture picture = VmsPicture.of(vms, rules.clock().instant());
        settle(rules.record(rule), picture);
        RuleRecord record = rules.record(rule);
        CollectionRef collection = rules.collection().get();
        Members members = rules.roster().members(record.draft().who(), collection);
        List<DraftProblem> problems = DraftCheck.of(record.draft(), members, Optional.of(picture));
        if (DraftCheck.blocked(problems)) {
            return new Outcome.Blocked(problems);
        }
        Optional<AlertRule> known = over.or(() -> record.sent().map(Sent::rule));
        Optional<DayOverride> today = calendar.today(record, rules.clock().instant());
        RuleContent wanted = wanted(record.draft(), members, known, today);
        return known.isPresent()
                ? change(record.id(), known.get(), wanted, record.draft(), today)
                : create(record, wanted, picture, today);
    }

    private RuleContent wanted(
            RuleDraft draft, Members members, Optional<AlertRule> known, Optional<DayOverride> override) {
        return Wanted.of(
                override.map(day -> draft.withWhen(day.of(draft.when()))).orElse(draft),
                members,
                rules.collection().get(),
                known,
                rules.clock().instant());
    }

    private Outcome create(RuleRecord record, RuleContent wanted, VmsPicture picture, Optional<DayOverride> today) {
        Set<Long> before = record.attempt()
                .map(Attempt::before)
                .orElseGet(() -> picture.rules().stream().map(AlertRule::id).collect(Collectors.toSet()));
        rules.store().setAttempt(record.id(), new Attempt(before, wanted, record.draft(), today));
        try {
            return done(record.id(), rules.vms().get().create(wanted, before), record.draft(), today);
        } catch (VmsException e) {
            return lost(record.id(), e);
        }
    }

    /// Even a plain refusal is not believed before the rules were read again: the rule may be there all the same.
    private Outcome lost(RuleId rule, VmsException failed) {
        VmsPicture now;
        try {
            now = VmsPicture.of(rules.vms().get(), rules.clock().instant());
        } catch (VmsException e) {
            failed.addSuppressed(e);
            throw failed;
        }
        settle(rules.record(rule), now);
        Optional<Sent> sent = rules.record(rule).sent();
        if (sent.isPresent()) {
            return new Outcome.Done(new Saved(sent.get().rule(), Saved.How.FOUND_AFTERWARDS, List.of()));
        }
        if (!failed.failure().leavesDoubt()) {
            rules.store().forgetAttempt(rule);
        }
        throw failed;
    }

    private Outcome change(
            RuleId rule, AlertRule known, RuleContent wanted, RuleDraft draft, Optional<DayOverride> override) {
        try {
            Saved saved = rules.vms().get().update(known, wanted);
            boolean untouched = saved.how() == Saved.How.NOTHING_TO_DO;
            return untouched && !saved.differences().isEmpty()
                    ? new Outcome.Changed(saved.rule())
                    : done(rule, saved, draft, override);
        } catch (VmsException e) {
            return switch (e.failure()) {
                case VmsFailure.ChangedMeanwhile changed -> new Outcome.Changed(changed.now());
                case VmsFailure.NotFound _ -> new Outcome.Gone();
                default -> throw e;
            };
        }
    }

    private Outcome done(RuleId rule, Saved saved, RuleDraft draft, Optional<DayOverride> override) {
        rules.store().setSent(rule, new Sent(saved.rule(), draft, rules.clock().instant(), override));
        return new Outcome.Done(saved);
    }

    /// Finds out what became of sendings whose answer was lost.
    public synchronized void settle(RuleRecord record, VmsPicture picture) {
        record.attempt()
                .flatMap(attempt -> picture.rules().stream()
                        .filter(rule -> !attempt.before().contains(rule.id())
                                && rule.content().answers(attempt.content()))
                        .findFirst()
                        .map(rule ->
                                new Sent(rule, attempt.draft(), rules.clock().instant(), attempt.override())))
                .ifPresent(sent -> rules.store().setSent(record.id(), sent));
        record.sent()
                .filter(_ -> record.attempt().isEmpty())
                .ifPresent(sent -> picture.rule(sent.rule().id())
                        .filter(there -> !there.saysTheSameAs(sent.rule()))
                        .flatMap(there -> ours(record, sent, there))
                        .ifPresent(now -> rules.store().setSent(record.id(), now)));
    }

    /// What was sent, done, and not written down here because the program ended: a holiday that came or went, or an
    /// edit. Anything else is somebody else's.
    private Optional<Sent> ours(RuleRecord record, Sent sent, AlertRule there) {
        List<Optional<DayOverride>> holidays = Stream.of(
                        calendar.today(record, rules.clock().instant()), sent.override(), Optional.<DayOverride>empty())
                .distinct()
                .toList();
        for (Optional<DayOverride> holiday : holidays) {
            RuleContent other = sent.rule().content().withSchedule(sent.schedule(holiday));
            if (AlertRule.read(sent.rule().after(other))
                    .filter(there::saysTheSameAs)
                    .isPresent()) {
                return Optional.of(sent.with(there, holiday));
            }
        }
        Members members =
                rules.roster().members(record.draft().who(), rules.collection().get());
        for (Optional<DayOverride> holiday : holidays) {
            RuleContent wanted = wanted(record.draft(), members, Optional.of(sent.rule()), holiday);
            if (there.differencesFrom(sent.rule(), wanted).isEmpty()) {
                return Optional.of(new Sent(there, record.draft(), rules.clock().instant(), holiday));
            }
        }
        return Optional.empty();
    }

    /// Tells the VMS what the calendar makes of the rule today, or that it makes nothing of it any more. Only the
    /// schedule is touched; where somebody else changed the rule, nothing is.
    ///
    /// @return whether the VMS was told
    synchronized boolean followCalendar(RuleRecord record, VmsPicture picture, Optional<DayOverride> today) {
        Optional<Sent> stale = record.sent()
                .filter(sent -> record.deleted().isEmpty() && record.attempt().isEmpty())
                .filter(sent -> !sent.override().equals(today))
                .filter(sent -> picture.rule(sent.rule().id())
                        .filter(there -> there.saysTheSameAs(sent.rule()))
                        .isPresent());
        return stale.filter(sent -> follow(record.id(), sent, today)).isPresent();
    }

    private boolean follow(RuleId rule, Sent sent, Optional<DayOverride> today) {
        RuleContent wanted = sent.rule().content().withSchedule(sent.schedule(today));
        try {
            Saved saved = rules.vms().get().update(sent.rule(), wanted);
            rules.store().setSent(rule, sent.with(saved.rule(), today));
            rules.log().append("rule.calendar-followed", rule.toString());
            return true;
        } catch (VmsException e) {
            if (e.failure().passes()) {
                throw e;
            }
            LOG.info(
                    "Rule {} did not follow the calendar: {}", rule, e.problem().code());
            return false;
        }
    }

    /// Sends the last sent draft again for the people and clocks of now. Edits that nobody sent stay here.
    synchronized Outcome keepUp(RuleId rule) {
        RuleRecord record = rules.record(rule);
        Sent sent = record.sent().orElseThrow();
        CollectionRef collection = rules.collection().get();
        Members members = rules.roster().members(sent.draft().who(), collection);
        if (members.userIds().isEmpty() || !members.notActive().isEmpty()) {
            return new Outcome.Blocked(DraftCheck.of(sent.draft(), members, Optional.empty()));
        }
        Optional<DayOverride> today = calendar.today(record, rules.clock().instant());
        RuleContent wanted = wanted(sent.draft(), members, Optional.of(sent.rule()), today);
        Outcome outcome = change(rule, sent.rule(), wanted, sent.draft(), today);
        audit(outcome, "rule.kept-up", rule);
        return outcome;
    }

    /// Deletes on the VMS what was deleted here and cannot be taken back any more.
    synchronized void sweep(RuleRecord record, VmsPicture picture) {
        boolean due = record.deleted()
                .filter(at -> !at.plus(UNDO).isAfter(rules.clock().instant()))
                .isPresent();
        if (due) {
            settle(record, picture);
            rules.store()
                    .find(record.id())
                    .flatMap(RuleRecord::sent)
                    .ifPresent(sent -> rules.vms().get().delete(sent.rule().id()));
            rules.store().delete(record.id());
            rules.log().append("rule.deleted", record.id().toString());
        }
    }

    private void audit(Outcome outcome, String action, RuleId rule) {
        if (outcome instanceof Outcome.Done) {
            rules.log().append(action, rule.toString());
        }
    }
}

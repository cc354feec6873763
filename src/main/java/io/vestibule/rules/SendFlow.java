package io.vestibule.rules;

import io.vestibule.audit.Permission;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.SaveResult;
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

/// Sends rules to the VMS. One operation runs at a time, and no rule is created twice: before a new rule is sent, the
/// ids of the existing rules are stored, and after any failure the rule is searched for before the creation is
/// retried.
///
/// Blocks for the network; throws `VmsException`, [RuleException], and `AuditException` if the operator may not.
public final class SendFlow {

    private static final Logger LOG = LoggerFactory.getLogger(SendFlow.class);

    /// How long a deletion can be undone.
    public static final Duration UNDO_WINDOW = Duration.ofSeconds(10);

    private final RulesContext rulesContext;
    private final HolidayCalendar calendar;

    public SendFlow(RulesContext rulesContext, HolidayCalendar calendar) {
        this.rulesContext = rulesContext;
        this.calendar = calendar;
    }

    /// The outcome of sending a rule.
    public sealed interface SendResult {

        /// The VMS has the rule.
        ///
        /// @param saved with the differences between what was sent and what the VMS stored
        record Done(SaveResult saved) implements SendResult {}

        /// Nothing was sent.
        record Blocked(List<DraftProblem> problems) implements SendResult {}

        /// Another user changed the rule on the VMS; nothing was sent.
        record Changed(AlertRule now) implements SendResult {}

        /// Another user deleted the rule on the VMS; nothing was sent.
        record Gone() implements SendResult {}
    }

    /// Creates the rule, or changes the parts that differ.
    public SendResult send(RuleId rule) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        SendResult sendResult = sendNow(rule, Optional.empty());
        audit(sendResult, "rule.sent", rule);
        return sendResult;
    }

    /// Overwrites the changes that another user made on the VMS.
    ///
    /// @param seen the remote rule that is to be replaced; if it changed again in the meantime, nothing is sent
    public SendResult overwriteRemote(RuleId rule, AlertRule seen) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        SendResult sendResult = sendNow(rule, Optional.of(seen));
        audit(sendResult, "rule.sent-over", rule);
        return sendResult;
    }

    /// Creates a rule again that was deleted on the VMS; it gets a new number and topic.
    public SendResult recreate(RuleId rule) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        synchronized (this) {
            rulesContext.store().clearSent(rule);
        }
        return send(rule);
    }

    /// Accepts the changes that another user made on the VMS in place of the draft.
    public synchronized RuleRecord acceptRemote(RuleId rule, AlertRule theirs) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        RuleRecord record = rulesContext.record(rule);
        Instant now = rulesContext.clock().instant();
        Optional<DayOverride> override = record.sent().flatMap(SentRule::override);
        RuleDraft read = RuleContentMapper.toDraft(theirs.content(), record.draft(), now);
        // A holiday override that is in force there is not part of the other user's change to the week.
        RuleDraft draft = override.map(day -> read.withTimetable(read.timetable()
                        .with(day.removeFrom(
                                read.timetable().week(),
                                record.draft().timetable().week()))))
                .orElse(read);
        rulesContext.store().setDraft(rule, draft, now);
        rulesContext.store().setSent(rule, new SentRule(theirs, draft, now, override));
        rulesContext.log().append("rule.remote-accepted", rule.toString());
        return rulesContext.record(rule);
    }

    /// The exact request that would be sent now.
    ///
    /// @param today the calendar override of the rule for today
    public Preview preview(RuleDraft draft, Members members, Optional<AlertRule> remote, Optional<DayOverride> today) {
        return Preview.of(toContent(draft, members, remote, today), remote);
    }

    private synchronized SendResult sendNow(RuleId rule, Optional<AlertRule> replaced) {
        VmsClient vms = rulesContext.vms().get();
        VmsSnapshot snapshot = VmsSnapshot.fetch(vms, rulesContext.clock().instant());
        resolvePending(rulesContext.record(rule), snapshot);
        RuleRecord record = rulesContext.record(rule);
        CollectionRef collection = rulesContext.collection().get();
        Members members = rulesContext.memberResolver().resolve(record.draft().people(), collection);
        List<DraftProblem> problems = DraftValidator.validate(record.draft(), members, Optional.of(snapshot));
        if (DraftValidator.blocked(problems)) {
            return new SendResult.Blocked(problems);
        }
        Optional<AlertRule> known = replaced.or(() -> record.sent().map(SentRule::rule));
        Optional<DayOverride> today =
                calendar.overrideAt(record, rulesContext.clock().instant());
        RuleContent wanted = toContent(record.draft(), members, known, today);
        return known.isPresent()
                ? change(record.id(), known.get(), wanted, record.draft(), today)
                : create(record, wanted, snapshot, today);
    }

    private RuleContent toContent(
            RuleDraft draft, Members members, Optional<AlertRule> known, Optional<DayOverride> override) {
        return RuleContentMapper.toContent(
                override.map(day -> draft.withTimetable(day.applyTo(draft.timetable())))
                        .orElse(draft),
                members,
                rulesContext.collection().get(),
                known,
                rulesContext.clock().instant());
    }

    private SendResult create(
            RuleRecord record, RuleContent wanted, VmsSnapshot snapshot, Optional<DayOverride> today) {
        Set<Long> before = record.pendingCreation()
                .map(PendingCreation::existingIds)
                .orElseGet(() -> snapshot.rules().stream().map(AlertRule::id).collect(Collectors.toSet()));
        rulesContext
                .store()
                .setPendingCreation(record.id(), new PendingCreation(before, wanted, record.draft(), today));
        try {
            return done(record.id(), rulesContext.vms().get().create(wanted, before), record.draft(), today);
        } catch (VmsException e) {
            return resolveFailedCreate(record.id(), e);
        }
    }

    /// After any failure, even a plain refusal, the rules are read again: the rule may have been created all the
    /// same.
    private SendResult resolveFailedCreate(RuleId rule, VmsException failed) {
        VmsSnapshot now;
        try {
            now = VmsSnapshot.fetch(
                    rulesContext.vms().get(), rulesContext.clock().instant());
        } catch (VmsException e) {
            failed.addSuppressed(e);
            throw failed;
        }
        resolvePending(rulesContext.record(rule), now);
        Optional<SentRule> sent = rulesContext.record(rule).sent();
        if (sent.isPresent()) {
            return new SendResult.Done(
                    new SaveResult(sent.get().rule(), SaveResult.Confirmation.FOUND_AFTERWARDS, List.of()));
        }
        if (!failed.failure().isOutcomeUnknown()) {
            rulesContext.store().clearPendingCreation(rule);
        }
        throw failed;
    }

    private SendResult change(
            RuleId rule, AlertRule known, RuleContent wanted, RuleDraft draft, Optional<DayOverride> override) {
        try {
            SaveResult saveResult = rulesContext.vms().get().update(known, wanted);
            boolean untouched = saveResult.confirmation() == SaveResult.Confirmation.NOTHING_TO_DO;
            return untouched && !saveResult.differences().isEmpty()
                    ? new SendResult.Changed(saveResult.rule())
                    : done(rule, saveResult, draft, override);
        } catch (VmsException e) {
            return switch (e.failure()) {
                case VmsFailure.ChangedMeanwhile changed -> new SendResult.Changed(changed.now());
                case VmsFailure.NotFound _ -> new SendResult.Gone();
                default -> throw e;
            };
        }
    }

    private SendResult done(RuleId rule, SaveResult saveResult, RuleDraft draft, Optional<DayOverride> override) {
        rulesContext
                .store()
                .setSent(
                        rule,
                        new SentRule(
                                saveResult.rule(), draft, rulesContext.clock().instant(), override));
        return new SendResult.Done(saveResult);
    }

    /// Finds out the outcome of requests whose answer was lost, including creations.
    public synchronized void resolvePending(RuleRecord record, VmsSnapshot snapshot) {
        record.pendingCreation()
                .flatMap(pendingCreation -> snapshot.rules().stream()
                        .filter(rule -> !pendingCreation.existingIds().contains(rule.id())
                                && rule.content().isSameRuleAs(pendingCreation.content()))
                        .findFirst()
                        .map(rule -> new SentRule(
                                rule,
                                pendingCreation.draft(),
                                rulesContext.clock().instant(),
                                pendingCreation.override())))
                .ifPresent(sentRule -> rulesContext.store().setSent(record.id(), sentRule));
        record.sent()
                .filter(_ -> record.pendingCreation().isEmpty())
                .ifPresent(sent -> snapshot.rule(sent.rule().id())
                        .filter(remote -> !remote.hasSameContentAs(sent.rule()))
                        .flatMap(remote -> recognizeOwnChange(record, sent, remote))
                        .ifPresent(now -> rulesContext.store().setSent(record.id(), now)));
    }

    /// Recognises a change that was sent and applied but not recorded here because the program ended: a holiday
    /// override that began or ended, or an edit. Any other change was made by another user.
    private Optional<SentRule> recognizeOwnChange(RuleRecord record, SentRule sentRule, AlertRule remote) {
        List<Optional<DayOverride>> holidays = Stream.of(
                        calendar.overrideAt(record, rulesContext.clock().instant()),
                        sentRule.override(),
                        Optional.<DayOverride>empty())
                .distinct()
                .toList();
        for (Optional<DayOverride> holiday : holidays) {
            RuleContent other = sentRule.rule().content().withSchedule(sentRule.schedule(holiday));
            if (AlertRule.read(sentRule.rule().withChange(other))
                    .filter(remote::hasSameContentAs)
                    .isPresent()) {
                return Optional.of(sentRule.with(remote, holiday));
            }
        }
        Members members = rulesContext
                .memberResolver()
                .resolve(record.draft().people(), rulesContext.collection().get());
        for (Optional<DayOverride> holiday : holidays) {
            RuleContent wanted = toContent(record.draft(), members, Optional.of(sentRule.rule()), holiday);
            if (remote.differencesFrom(sentRule.rule(), wanted).isEmpty()) {
                return Optional.of(new SentRule(
                        remote, record.draft(), rulesContext.clock().instant(), holiday));
            }
        }
        return Optional.empty();
    }

    /// Sends today's calendar override of the rule to the VMS, or removes the override that is no longer in force.
    /// Only the schedule is changed; a rule that another user changed is left as it is.
    ///
    /// @return whether the VMS was updated
    synchronized boolean applyCalendar(RuleRecord record, VmsSnapshot snapshot, Optional<DayOverride> today) {
        Optional<SentRule> stale = record.sent()
                .filter(sentRule ->
                        record.deletedAt().isEmpty() && record.pendingCreation().isEmpty())
                .filter(sent -> !sent.override().equals(today))
                .filter(sent -> snapshot.rule(sent.rule().id())
                        .filter(remote -> remote.hasSameContentAs(sent.rule()))
                        .isPresent());
        return stale.filter(sent -> updateOverride(record.id(), sent, today)).isPresent();
    }

    private boolean updateOverride(RuleId rule, SentRule sentRule, Optional<DayOverride> today) {
        RuleContent wanted = sentRule.rule().content().withSchedule(sentRule.schedule(today));
        try {
            SaveResult saveResult = rulesContext.vms().get().update(sentRule.rule(), wanted);
            rulesContext.store().setSent(rule, sentRule.with(saveResult.rule(), today));
            rulesContext.log().append("rule.calendar-followed", rule.toString());
            return true;
        } catch (VmsException e) {
            // Another user changed or deleted the rule since it was read: the next poll tells that.
            if (!(e.failure() instanceof VmsFailure.ChangedMeanwhile || e.failure() instanceof VmsFailure.NotFound)) {
                throw e;
            }
            LOG.info(
                    "Rule {} did not follow the calendar: {}", rule, e.problem().code());
            return false;
        }
    }

    /// Sends the last sent draft again with the current members and clock offset. Edits that have not been sent are
    /// not included.
    synchronized SendResult autoUpdate(RuleId rule) {
        RuleRecord record = rulesContext.record(rule);
        SentRule sentRule = record.sent().orElseThrow();
        CollectionRef collection = rulesContext.collection().get();
        Members members = rulesContext.memberResolver().resolve(sentRule.draft().people(), collection);
        if (members.userIds().isEmpty() || !members.notActive().isEmpty()) {
            return new SendResult.Blocked(DraftValidator.validate(sentRule.draft(), members, Optional.empty()));
        }
        Optional<DayOverride> today =
                calendar.overrideAt(record, rulesContext.clock().instant());
        RuleContent wanted = toContent(sentRule.draft(), members, Optional.of(sentRule.rule()), today);
        SendResult sendResult = change(rule, sentRule.rule(), wanted, sentRule.draft(), today);
        audit(sendResult, "rule.kept-up", rule);
        return sendResult;
    }

    /// Deletes the rule on the VMS once its deletion can no longer be undone. A rule that the VMS refuses to delete
    /// still raises alerts there, so it is shown again, with the reason.
    ///
    /// @return whether the VMS was changed
    synchronized boolean purgeDeleted(RuleRecord record, VmsSnapshot snapshot) {
        boolean due = record.deletedAt()
                .filter(at -> !at.plus(UNDO_WINDOW).isAfter(rulesContext.clock().instant()))
                .isPresent();
        if (!due) {
            return false;
        }
        resolvePending(record, snapshot);
        Optional<SentRule> sent = rulesContext.store().find(record.id()).flatMap(RuleRecord::sent);
        try {
            sent.ifPresent(
                    sentRule -> rulesContext.vms().get().delete(sentRule.rule().id()));
        } catch (VmsException e) {
            if (e.failure().isTransient() || e.failure().concernsServer()) {
                throw e;
            }
            rulesContext.store().inTransaction(() -> {
                rulesContext.store().setDeletionRefused(record.id(), e.problem());
                rulesContext.log().append("rule.deletion-refused", record.id().toString());
                return true;
            });
            return false;
        }
        rulesContext.store().delete(record.id());
        rulesContext.log().append("rule.deleted", record.id().toString());
        return sent.isPresent();
    }

    private void audit(SendResult sendResult, String action, RuleId rule) {
        if (sendResult instanceof SendResult.Done) {
            rulesContext.log().append(action, rule.toString());
        }
    }
}

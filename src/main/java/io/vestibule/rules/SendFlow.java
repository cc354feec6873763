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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends rules to the VMS. One operation runs at a time, and no rule is created twice: before a new rule is
/// sent, the ids of the existing rules are stored, and after any failure the rule is searched for before the
/// creation is retried.
///
/// Blocks for the network; throws `VmsException`, [RuleException], and `AuditException` if the operator may not.
public final class SendFlow {

    private static final Logger LOG = LoggerFactory.getLogger(SendFlow.class);

    /// How long a deletion can be undone.
    public static final Duration UNDO_WINDOW = Duration.ofSeconds(10);

    private final RulesContext rulesContext;
    private final HolidayCalendar calendar;
    private final PendingResolver pending;
    private final RuleUpdater updater;
    private final RuleWrites writes;

    public SendFlow(RulesContext rulesContext, HolidayCalendar calendar) {
        this(rulesContext, calendar, new RuleWrites());
    }

    private SendFlow(RulesContext rulesContext, HolidayCalendar calendar, RuleWrites writes) {
        this.writes = writes;
        this.rulesContext = rulesContext;
        this.calendar = calendar;
        this.pending = new PendingResolver(rulesContext, calendar);
        this.updater = new RuleUpdater(rulesContext);
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
        return writes.change(rule, () -> {
            rulesContext.recordHere(rule);
            rulesContext.store().clearSent(rule);
            return send(rule);
        });
    }

    /// Accepts the changes that another user made on the VMS in place of the draft.
    public RuleRecord acceptRemote(RuleId rule, AlertRule theirs) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        return writes.change(rule, () -> accept(rulesContext.recordHere(rule), theirs));
    }

    private RuleRecord accept(RuleRecord record, AlertRule theirs) {
        if (!record.vms().equals(theirs.id().vms())) {
            throw new RuleException(new RuleFailure.BelongsElsewhere());
        }
        RuleId rule = record.id();
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
        return Preview.of(
                pending.content(rulesContext.collection().get().company(), draft, members, remote, today), remote);
    }

    private SendResult sendNow(RuleId rule, Optional<AlertRule> replaced) {
        return writes.change(rule, () -> {
            requireReadable(rulesContext.recordHere(rule));
            VmsSnapshot snapshot = rulesContext.fetch(writes.revision());
            pending.resolve(rulesContext.record(rule), snapshot);
            RuleRecord record = rulesContext.record(rule);
            if (record.isElsewhere(snapshot.vms())
                    || (record.isUnclaimed() && record.sent().isPresent())) {
                throw new RuleException(new RuleFailure.BelongsElsewhere());
            }
            return send(record, snapshot, replaced);
        });
    }

    static void requireReadable(RuleRecord record) {
        if (record.isUnreadable()) {
            throw new RuleException(new RuleFailure.UnreadableRow());
        }
    }

    private SendResult send(RuleRecord record, VmsSnapshot snapshot, Optional<AlertRule> replaced) {
        CollectionRef collection = rulesContext.collection().of(record.company());
        Members members = rulesContext.memberResolver().resolve(record.draft().people(), collection);
        List<DraftProblem> problems = DraftValidator.validate(record.draft(), members, Optional.of(snapshot));
        if (DraftValidator.blocked(problems)) {
            return new SendResult.Blocked(problems);
        }
        Optional<AlertRule> known = replaced.or(() -> record.sent().map(SentRule::rule));
        Optional<DayOverride> today =
                calendar.overrideAt(record, rulesContext.clock().instant());
        RuleContent wanted = pending.content(record.company(), record.draft(), members, known, today);
        return known.isPresent()
                ? updater.change(record.id(), known.get(), wanted, record.draft(), today)
                : create(record, wanted, snapshot, today);
    }

    private SendResult create(
            RuleRecord record, RuleContent wanted, VmsSnapshot snapshot, Optional<DayOverride> today) {
        VmsClient vms = rulesContext.vms().client(snapshot.vms());
        PendingCreation creation = new PendingCreation(
                snapshot.vms(),
                snapshot.rules().stream().map(rule -> rule.id().number()).collect(Collectors.toSet()),
                wanted,
                record.draft(),
                today);
        rulesContext.store().transaction(() -> {
            pending.keepAttempt(record);
            rulesContext.store().setPendingCreation(record.id(), creation);
        });
        try {
            return updater.done(record.id(), vms.create(wanted, creation.existingIds()), record.draft(), today);
        } catch (VmsException e) {
            return resolveFailedCreate(record.id(), e);
        }
    }

    /// After any failure, even a plain refusal, the rules are read again: the rule may have been created all the
    /// same.
    private SendResult resolveFailedCreate(RuleId rule, VmsException failed) {
        VmsSnapshot now;
        try {
            now = rulesContext.fetch(writes.revision());
        } catch (VmsException e) {
            failed.addSuppressed(e);
            throw failed;
        }
        pending.resolve(rulesContext.record(rule), now);
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

    /// Finds out the outcome of requests whose answer was lost, including creations. Does nothing while a rule is
    /// being sent.
    void resolvePending(RuleRecord record, VmsSnapshot snapshot) {
        if (!writes.isStale(record.id(), snapshot)) {
            writes.ifFree(() -> done(() -> pending.resolve(record, snapshot)).get());
        }
    }

    /// Decides about creations that got no answer.
    public AttemptFlow attempts() {
        return new AttemptFlow(rulesContext, pending, writes);
    }

    /// The same for rules of companies that the console may not be set to. Neither sends while the other does.
    public SendFlow with(RulesContext other, HolidayCalendar calendarOfAll) {
        return new SendFlow(other, calendarOfAll, writes);
    }

    /// Pauses and resumes rules.
    public PauseFlow pauses() {
        return new PauseFlow(rulesContext, calendar, pending, updater, writes);
    }

    /// Forgets creations without an answer that the VMS has not stored within a day.
    void forgetOldAttempts(VmsSnapshot snapshot) {
        pending.forgetOldAttempts(rulesContext.collection().get().company(), snapshot);
    }

    /// Which rules are being changed.
    RuleWrites writes() {
        return writes;
    }

    /// Nothing else is sent while `work` runs.
    public void exclusively(Runnable work) {
        writes.exclusively(done(work));
    }

    private static Supplier<Boolean> done(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    /// Reads the VMS in use. Call it before the rules are read that are compared with it.
    public VmsSnapshot fetch() {
        return rulesContext.fetch(writes.revision());
    }

    /// Finds out the outcome of requests about the rule whose answer was lost. Call it within [#exclusively].
    public void resolve(RuleRecord record, VmsSnapshot snapshot) {
        pending.resolve(record, snapshot);
    }

    /// Changes one rule on the VMS. Call it within [#exclusively].
    public void change(RuleId rule, Runnable work) {
        writes.change(rule, done(work));
    }

    /// Sends today's calendar override of the rule to the VMS, or removes the override that is no longer in force.
    /// Only the schedule is changed; a rule that another user changed is left as it is.
    ///
    /// @return whether the VMS was updated
    boolean applyCalendar(RuleRecord record, VmsSnapshot snapshot, Optional<DayOverride> today) {
        Optional<SentRule> stale = record.sent()
                .filter(sentRule ->
                        record.deletedAt().isEmpty() && record.pendingCreation().isEmpty())
                .filter(sent -> !sent.override().equals(today))
                .filter(_ -> !record.isUnreadable())
                .filter(sent -> snapshot.now(sent.rule())
                        .filter(remote -> remote.hasSameContentAs(sent.rule()))
                        .isPresent());
        return stale.isPresent()
                && whenCurrent(record, snapshot, () -> updateOverride(record.id(), stale.get(), today));
    }

    /// What is done without an operator does not wait for a change that is running, and is not done by a
    /// reading that is older than the last change of the rule.
    private boolean whenCurrent(RuleRecord record, VmsSnapshot snapshot, BooleanSupplier work) {
        return writes.ifFree(() -> !writes.isStale(record.id(), snapshot) && writes.changeIfNeeded(record.id(), work));
    }

    private boolean updateOverride(RuleId rule, SentRule sentRule, Optional<DayOverride> today) {
        RuleContent wanted = sentRule.rule().content().withSchedule(sentRule.schedule(today));
        try {
            SaveResult saveResult =
                    rulesContext.vms().client(sentRule.rule().id().vms()).update(sentRule.rule(), wanted);
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
    ///
    /// @return whether the VMS was updated
    boolean autoUpdate(RuleRecord known, VmsSnapshot snapshot) {
        return whenCurrent(known, snapshot, () -> {
            SendResult sendResult = updateMembers(rulesContext.record(known.id()));
            String outcome = sendResult.getClass().getSimpleName();
            LOG.info("Rule {} was to keep up: {}", known.id(), outcome);
            return sendResult instanceof SendResult.Done;
        });
    }

    private SendResult updateMembers(RuleRecord record) {
        SentRule sentRule = record.sent().orElseThrow();
        CollectionRef collection = rulesContext.collection().of(record.company());
        Members members = rulesContext.memberResolver().resolve(sentRule.draft().people(), collection);
        if (members.userIds().isEmpty() || !members.notActive().isEmpty() || members.sitesGone() > 0) {
            return new SendResult.Blocked(DraftValidator.validate(sentRule.draft(), members, Optional.empty()));
        }
        Optional<DayOverride> today =
                calendar.overrideAt(record, rulesContext.clock().instant());
        RuleContent wanted =
                pending.content(record.company(), sentRule.draft(), members, Optional.of(sentRule.rule()), today);
        SendResult sendResult = updater.change(record.id(), sentRule.rule(), wanted, sentRule.draft(), today);
        audit(sendResult, "rule.kept-up", record.id());
        return sendResult;
    }

    /// Deletes the rule on the VMS once its deletion can no longer be undone. A rule that the VMS refuses to delete
    /// still raises alerts there, so it is shown again, with the reason.
    ///
    /// @return whether the VMS was changed
    boolean purgeDeleted(RuleRecord record, VmsSnapshot snapshot) {
        boolean due = record.deletedAt()
                .filter(at -> !at.plus(UNDO_WINDOW).isAfter(rulesContext.clock().instant()))
                .isPresent();
        return due && !record.isUnreadable() && whenCurrent(record, snapshot, () -> purge(record, snapshot));
    }

    private boolean purge(RuleRecord deleted, VmsSnapshot snapshot) {
        pending.resolve(deleted, snapshot);
        RuleRecord record = rulesContext.store().find(deleted.id()).orElse(deleted);
        if (record.sent().isPresent() && !record.vms().equals(snapshot.vms())) {
            // It raises alerts on its own VMS, and is deleted there when that one is in use again.
            return false;
        }
        try {
            record.sent()
                    .ifPresent(sent -> rulesContext.vms().client(record.vms()).delete(sent.rule()));
        } catch (VmsException e) {
            if (e.failure().isTransient() || e.failure().concernsServer()) {
                throw e;
            }
            rulesContext.store().transaction(() -> {
                rulesContext.store().setDeletionRefused(record.id(), e.problem());
                rulesContext.log().append("rule.deletion-refused", record.id().toString());
            });
            return false;
        }
        rulesContext.store().transaction(() -> {
            pending.keepAttempt(record);
            rulesContext.store().delete(record.id());
            rulesContext.log().append("rule.deleted", record.id().toString());
        });
        return record.sent().isPresent();
    }

    private void audit(SendResult sendResult, String action, RuleId rule) {
        if (sendResult instanceof SendResult.Done) {
            rulesContext.log().append(action, rule.toString());
        }
    }
}

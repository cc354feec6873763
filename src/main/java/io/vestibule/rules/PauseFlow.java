package io.vestibule.rules;

import io.vestibule.audit.Permission;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsException;
import java.time.Instant;
import java.util.Optional;

/// Pauses rules and resumes them. The VMS has no switch for that: a paused rule has an empty schedule there, and keeps
/// its week here. Only the schedule is changed on the VMS; edits that were not sent are neither sent nor lost.
///
/// Blocks for the network; throws `VmsException`, [RuleException], and `AuditException` if the operator may not.
public final class PauseFlow {

    private final RulesContext rulesContext;
    private final HolidayCalendar calendar;
    private final PendingResolver pending;
    private final RuleUpdater updater;
    private final RuleWrites writes;

    PauseFlow(
            RulesContext rulesContext,
            HolidayCalendar calendar,
            PendingResolver pending,
            RuleUpdater updater,
            RuleWrites writes) {
        this.rulesContext = rulesContext;
        this.calendar = calendar;
        this.pending = pending;
        this.updater = updater;
        this.writes = writes;
    }

    /// @return empty if the rule was never sent; it is then sent paused
    /// @throws RuleException `rules.unanswered` if it is not known whether the VMS has the rule
    public Optional<SendResult> setPaused(RuleId rule, boolean paused) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        return setPausedUnattended(rule, paused);
    }

    /// As [#setPaused], for a job that somebody with the permission has started.
    Optional<SendResult> setPausedUnattended(RuleId rule, boolean paused) {
        return writes.change(rule, () -> {
            RuleRecord record = settled(rule);
            boolean before = record.draft().timetable().paused();
            // First, so that a change that the VMS made without an answer is recognised as this one.
            keep(rule, paused);
            if (record.sent().isEmpty()) {
                return Optional.empty();
            }
            try {
                SendResult result = send(record, record.sent().get(), paused);
                if (result instanceof SendResult.Done) {
                    rulesContext.log().append(paused ? "rule.paused" : "rule.resumed", rule.toString());
                } else {
                    keep(rule, before);
                }
                return Optional.of(result);
            } catch (VmsException e) {
                if (!e.failure().isOutcomeUnknown()) {
                    keep(rule, before);
                }
                throw e;
            }
        });
    }

    /// The rule after it was found out whether the VMS has it.
    private RuleRecord settled(RuleId rule) {
        RuleRecord record = rulesContext.recordHere(rule);
        if (record.pendingCreation().isPresent() || record.isUnclaimed()) {
            pending.resolve(record, rulesContext.fetch(writes.revision()));
            record = rulesContext.record(rule);
        }
        SendFlow.requireReadable(record);
        if (record.pendingCreation().isPresent()) {
            throw new RuleException(new RuleFailure.Unanswered());
        }
        if (record.isUnclaimed()) {
            throw new RuleException(new RuleFailure.BelongsElsewhere());
        }
        return record;
    }

    private SendResult send(RuleRecord record, SentRule sent, boolean paused) {
        Instant now = rulesContext.clock().instant();
        SentRule next = sent.withPaused(paused, now);
        Optional<DayOverride> today = calendar.overrideAt(record, now);
        RuleContent wanted = sent.rule().content().withSchedule(next.schedule(today));
        return updater.change(record.id(), sent.rule(), wanted, next.draft(), today);
    }

    private void keep(RuleId rule, boolean paused) {
        rulesContext.store().transaction(() -> {
            RuleDraft draft = rulesContext.record(rule).draft();
            rulesContext
                    .store()
                    .setDraft(
                            rule, draft.withPaused(paused), rulesContext.clock().instant());
        });
    }
}

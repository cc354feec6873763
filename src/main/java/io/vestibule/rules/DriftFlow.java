package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.rules.holiday.CompanyHolidays;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.who.MembershipChange;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Detects drift between what the VMS has and what was sent, completes operations that were interrupted, and
/// updates the rules whose automatic update is switched on. Called at start, whenever the screen opens, and
/// periodically.
public final class DriftFlow {

    private final RulesContext rulesContext;
    private final HolidayCalendar calendar;
    private final SendFlow send;
    private final Consumer<VmsId> reached;
    private volatile Optional<VmsSnapshot> lastSnapshot = Optional.empty();
    /// What failed at the last poll, by rule.
    private volatile Map<RuleId, Problem> problems = Map.of();

    /// @param reached receives the VMS each time after it could be read
    public DriftFlow(RulesContext rulesContext, HolidayCalendar calendar, SendFlow send, Consumer<VmsId> reached) {
        this.reached = reached;
        this.rulesContext = rulesContext;
        this.calendar = calendar;
        this.send = send;
    }

    /// The report from the local data and the last snapshot of the VMS, without the network.
    public DriftReport reportWithoutNetwork(Optional<DriftReport> before) {
        Optional<VmsId> here = rulesContext.currentVms();
        Optional<VmsSnapshot> last = before.flatMap(DriftReport::snapshot)
                .filter(seen -> Optional.of(seen.vms()).equals(here));
        return report(last, before.flatMap(DriftReport::offline), 0);
    }

    /// Blocks for the network. If the VMS cannot be read, the report says so; if one rule fails, its entry
    /// says so, and the others are done. No exception is thrown.
    public DriftReport reconcile() {
        return reconcile(this::fetchSnapshot);
    }

    /// The same with what was just read of the VMS in use, before the rules are read that are compared with it.
    DriftReport reconcile(VmsSnapshot seen) {
        return reconcile(() -> seen);
    }

    private DriftReport reconcile(Supplier<VmsSnapshot> first) {
        RuleLoop loop = new RuleLoop();
        try {
            VmsSnapshot snapshot = first.get();
            reached.accept(snapshot.vms());
            send.forgetOldAttempts(snapshot);
            boolean finished = completeInterrupted(snapshot, loop);
            int updated = autoUpdate(snapshot, loop);
            VmsSnapshot before = finished || updated > 0 ? fetchSnapshot() : snapshot;
            VmsSnapshot now = applyCalendar(before, loop) ? fetchSnapshot() : before;
            problems = loop.problems();
            return report(Optional.of(now), Optional.empty(), updated);
        } catch (VmsException e) {
            return report(Optional.empty(), Optional.of(e.problem()), 0);
        }
    }

    /// The last snapshot of the VMS in use; empty until one could be fetched.
    public Optional<VmsSnapshot> lastSnapshot() {
        return lastSnapshot.filter(seen -> Optional.of(seen.vms()).equals(rulesContext.currentVms()));
    }

    /// Who joined the groups of a rule since it was sent, and who left.
    public MembershipChange membershipChange(RuleRecord record) {
        return record.sent()
                .map(rulesContext.statusEvaluator()::membershipChange)
                .orElse(MembershipChange.NOBODY);
    }

    private VmsSnapshot fetchSnapshot() {
        VmsSnapshot now = send.fetch();
        lastSnapshot = Optional.of(now);
        return now;
    }

    /// @return whether anything was deleted, so that the snapshot is stale
    private boolean completeInterrupted(VmsSnapshot snapshot, RuleLoop loop) {
        boolean deleted = false;
        for (RuleRecord record : records()) {
            deleted |= loop.attempt(record.id(), () -> {
                if (record.deletedAt().isPresent()) {
                    return send.purgeDeleted(record, snapshot);
                }
                send.resolvePending(record, snapshot);
                return false;
            });
        }
        return deleted;
    }

    /// The desired rule is the last sent draft with today's calendar override. Where that differs from what
    /// was sent last, it is sent. While the clock is not trusted, nobody knows which day it is, and nothing is
    /// sent.
    private boolean applyCalendar(VmsSnapshot snapshot, RuleLoop loop) {
        if (!rulesContext.clock().isTrusted()) {
            return false;
        }
        Instant now = rulesContext.clock().instant();
        CompanyHolidays companyHolidays =
                calendar.load(rulesContext.collection().get().company());
        boolean sent = false;
        for (RuleRecord record : records()) {
            sent |= loop.attempt(
                    record.id(),
                    () -> send.applyCalendar(
                            record,
                            snapshot,
                            companyHolidays.overridesFor(record.id()).at(now)));
        }
        return sent;
    }

    private int autoUpdate(VmsSnapshot snapshot, RuleLoop loop) {
        int updated = 0;
        for (RuleEntry entry : entries(Optional.of(snapshot))) {
            RuleRecord record = entry.local().orElse(null);
            if (record != null
                    && loop.attempt(
                            record.id(), () -> needsAutoUpdate(record, entry) && send.autoUpdate(record, snapshot))) {
                updated++;
            }
        }
        return updated;
    }

    private boolean needsAutoUpdate(RuleRecord record, RuleEntry entry) {
        boolean wanted = record.draft().autoUpdate();
        boolean untouched = entry.state() == RuleState.OUTDATED || entry.state() == RuleState.EDITED;
        return wanted
                && untouched
                && record.sent()
                        .filter(sentRule -> !rulesContext
                                .statusEvaluator()
                                .outdated(sentRule)
                                .isEmpty())
                        .isPresent();
    }

    private DriftReport report(Optional<VmsSnapshot> snapshot, Optional<Problem> offline, int updated) {
        Instant now = rulesContext.clock().instant();
        CompanyHolidays companyHolidays =
                calendar.load(rulesContext.collection().get().company());
        List<RuleEntry> entries = entries(snapshot).stream()
                .map(entry -> rulesContext.clock().isTrusted() && waitsForCalendar(entry, companyHolidays, now)
                        ? entry.with(Problem.of("rules.calendar-waits"))
                        : entry)
                .map(this::withProblem)
                .toList();
        return new DriftReport(entries, snapshot, offline, updated);
    }

    private RuleEntry withProblem(RuleEntry entry) {
        return entry.local()
                .flatMap(record -> Optional.ofNullable(problems.get(record.id())))
                .map(entry::withFailure)
                .orElse(entry);
    }

    private static boolean waitsForCalendar(RuleEntry entry, CompanyHolidays companyHolidays, Instant now) {
        return entry.local()
                .filter(_ -> entry.state() != RuleState.ELSEWHERE)
                .filter(record -> record.sent()
                        .filter(sentRule -> !sentRule.override()
                                .equals(companyHolidays
                                        .overridesFor(record.id())
                                        .at(now)))
                        .isPresent())
                .isPresent();
    }

    private List<RuleEntry> entries(Optional<VmsSnapshot> snapshot) {
        Optional<VmsId> here = snapshot.map(VmsSnapshot::vms).or(rulesContext::currentVms);
        return rulesContext
                .statusEvaluator()
                .entries(records(), new RuleStatusEvaluator.Seen(snapshot, here, send.writes(), attempts()));
    }

    private List<RuleAttempt> attempts() {
        return rulesContext
                .store()
                .attempts()
                .all(rulesContext.collection().get().company());
    }

    private List<RuleRecord> records() {
        return rulesContext.store().all(rulesContext.collection().get().company());
    }
}

package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.rules.holiday.CompanyHolidays;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.who.MembershipChange;
import io.vestibule.vms.VmsException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether what the VMS has is still what was meant, finishes what was left half-done, and keeps those rules up
/// that are to keep up by themselves. Asked at start, whenever the screen opens, and by the clock.
public final class DriftFlow {

    private static final Logger LOG = LoggerFactory.getLogger(DriftFlow.class);

    private final RulesContext rulesContext;
    private final HolidayCalendar calendar;
    private final SendFlow send;
    private volatile Optional<VmsSnapshot> lastSnapshot = Optional.empty();

    public DriftFlow(RulesContext rulesContext, HolidayCalendar calendar, SendFlow send) {
        this.rulesContext = rulesContext;
        this.calendar = calendar;
        this.send = send;
    }

    /// By what is known here and what was seen of the VMS last, without the network.
    public DriftReport reportWithoutNetwork(Optional<DriftReport> before) {
        return report(before.flatMap(DriftReport::snapshot), before.flatMap(DriftReport::offline), 0);
    }

    /// Blocks for the network. A VMS that cannot be read is a value, not an exception.
    public DriftReport reconcile() {
        try {
            VmsSnapshot picture = fetchSnapshot();
            boolean finished = finish(picture);
            int kept = autoUpdate(picture);
            VmsSnapshot before = finished || kept > 0 ? fetchSnapshot() : picture;
            VmsSnapshot now = applyCalendar(before) ? fetchSnapshot() : before;
            return report(Optional.of(now), Optional.empty(), kept);
        } catch (VmsException e) {
            return report(Optional.empty(), Optional.of(e.problem()), 0);
        }
    }

    /// The VMS as it was when it was looked at last; empty until it could be.
    public Optional<VmsSnapshot> lastSnapshot() {
        return lastSnapshot;
    }

    /// Who came to the groups of a rule since it was sent, and who went.
    public MembershipChange membershipChange(RuleRecord record) {
        return record.sent()
                .map(rulesContext.statusEvaluator()::membershipChange)
                .orElse(MembershipChange.NOBODY);
    }

    private VmsSnapshot fetchSnapshot() {
        VmsSnapshot now =
                VmsSnapshot.fetch(rulesContext.vms().get(), rulesContext.clock().instant());
        lastSnapshot = Optional.of(now);
        return now;
    }

    /// @return whether anything was deleted, so that the picture is old
    private boolean finish(VmsSnapshot picture) {
        boolean deleted = false;
        for (RuleRecord record : records()) {
            if (record.deletedAt().isPresent()) {
                send.purgeDeleted(record, picture);
                deleted = true;
            } else {
                send.resolvePending(record, picture);
            }
        }
        return deleted;
    }

    /// Desired is the rule with what the calendar makes of today. Where that is not what was sent last, it is sent.
    private boolean applyCalendar(VmsSnapshot picture) {
        Instant now = rulesContext.clock().instant();
        CompanyHolidays companyHolidays =
                calendar.load(rulesContext.collection().get().company());
        boolean told = false;
        for (RuleRecord record : records()) {
            told |= send.applyCalendar(
                    record, picture, companyHolidays.overridesFor(record.id()).at(now));
        }
        return told;
    }

    private int autoUpdate(VmsSnapshot picture) {
        int kept = 0;
        for (RuleEntry entry : rulesContext.statusEvaluator().entries(records(), Optional.of(picture))) {
            RuleRecord record = entry.local().orElse(null);
            if (record != null && wantsToKeepUp(record, entry)) {
                SendFlow.SendResult sendResult = send.autoUpdate(record.id());
                LOG.info(
                        "Rule {} was to keep up: {}",
                        record.id(),
                        sendResult.getClass().getSimpleName());
                kept += sendResult instanceof SendFlow.SendResult.Done ? 1 : 0;
            }
        }
        return kept;
    }

    private boolean wantsToKeepUp(RuleRecord record, RuleEntry entry) {
        boolean asked = record.draft().autoUpdate();
        boolean untouched = entry.state() == RuleState.OUTDATED || entry.state() == RuleState.EDITED;
        return asked
                && untouched
                && record.sent()
                        .filter(sentRule -> !rulesContext
                                .statusEvaluator()
                                .outdated(sentRule)
                                .isEmpty())
                        .isPresent();
    }

    private DriftReport report(Optional<VmsSnapshot> picture, Optional<Problem> offline, int kept) {
        Instant now = rulesContext.clock().instant();
        CompanyHolidays companyHolidays =
                calendar.load(rulesContext.collection().get().company());
        List<RuleEntry> entries = rulesContext.statusEvaluator().entries(records(), picture).stream()
                .map(entry -> waitsForCalendar(entry, companyHolidays, now)
                        ? entry.with(Problem.of("rules.calendar-waits"))
                        : entry)
                .toList();
        return new DriftReport(entries, picture, offline, kept);
    }

    private static boolean waitsForCalendar(RuleEntry entry, CompanyHolidays companyHolidays, Instant now) {
        return entry.local()
                .filter(record -> record.sent()
                        .filter(sentRule -> !sentRule.override()
                                .equals(companyHolidays
                                        .overridesFor(record.id())
                                        .at(now)))
                        .isPresent())
                .isPresent();
    }

    private List<RuleRecord> records() {
        return rulesContext.store().all(rulesContext.collection().get().company());
    }
}

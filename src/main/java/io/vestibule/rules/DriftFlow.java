package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.holiday.Holidays;
import io.vestibule.rules.who.Moved;
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

    private final Rules rules;
    private final HolidayCalendar calendar;
    private final SendFlow send;
    private volatile Optional<VmsPicture> last = Optional.empty();

    public DriftFlow(Rules rules, HolidayCalendar calendar, SendFlow send) {
        this.rules = rules;
        this.calendar = calendar;
        this.send = send;
    }

    /// By what is known here and what was seen of the VMS last, without the network.
    public Watch glance(Optional<Watch> before) {
        return watch(before.flatMap(Watch::picture), before.flatMap(Watch::offline), 0);
    }

    /// Blocks for the network. A VMS that cannot be read is a value, not an exception.
    public Watch check() {
        try {
            VmsPicture picture = picture();
            boolean finished = finish(picture);
            int kept = keepUp(picture);
            VmsPicture before = finished || kept > 0 ? picture() : picture;
            VmsPicture now = followCalendar(before) ? picture() : before;
            return watch(Optional.of(now), Optional.empty(), kept);
        } catch (VmsException e) {
            return watch(Optional.empty(), Optional.of(e.problem()), 0);
        }
    }

    /// The VMS as it was when it was looked at last; empty until it could be.
    public Optional<VmsPicture> last() {
        return last;
    }

    /// Who came to the groups of a rule since it was sent, and who went.
    public Moved moved(RuleRecord record) {
        return record.sent().map(rules.judge()::moved).orElse(Moved.NOBODY);
    }

    private VmsPicture picture() {
        VmsPicture now = VmsPicture.of(rules.vms().get(), rules.clock().instant());
        last = Optional.of(now);
        return now;
    }

    /// @return whether anything was deleted, so that the picture is old
    private boolean finish(VmsPicture picture) {
        boolean deleted = false;
        for (RuleRecord record : records()) {
            if (record.deleted().isPresent()) {
                send.sweep(record, picture);
                deleted = true;
            } else {
                send.settle(record, picture);
            }
        }
        return deleted;
    }

    /// Desired is the rule with what the calendar makes of today. Where that is not what was sent last, it is sent.
    private boolean followCalendar(VmsPicture picture) {
        Instant now = rules.clock().instant();
        Holidays holidays = calendar.of(rules.collection().get().company());
        boolean told = false;
        for (RuleRecord record : records()) {
            told |= send.followCalendar(
                    record, picture, holidays.of(record.id()).at(now));
        }
        return told;
    }

    private int keepUp(VmsPicture picture) {
        int kept = 0;
        for (RuleEntry entry : rules.judge().entries(records(), Optional.of(picture))) {
            RuleRecord record = entry.ours().orElse(null);
            if (record != null && wantsToKeepUp(record, entry)) {
                SendFlow.Outcome outcome = send.keepUp(record.id());
                LOG.info(
                        "Rule {} was to keep up: {}",
                        record.id(),
                        outcome.getClass().getSimpleName());
                kept += outcome instanceof SendFlow.Outcome.Done ? 1 : 0;
            }
        }
        return kept;
    }

    private boolean wantsToKeepUp(RuleRecord record, RuleEntry entry) {
        boolean asked = record.draft().keepsUp();
        boolean untouched = entry.state() == RuleState.OUTDATED || entry.state() == RuleState.EDITED;
        return asked
                && untouched
                && record.sent()
                        .filter(sent -> !rules.judge().outdated(sent).isEmpty())
                        .isPresent();
    }

    private Watch watch(Optional<VmsPicture> picture, Optional<Problem> offline, int kept) {
        Instant now = rules.clock().instant();
        Holidays holidays = calendar.of(rules.collection().get().company());
        List<RuleEntry> entries = rules.judge().entries(records(), picture).stream()
                .map(entry ->
                        waitsForCalendar(entry, holidays, now) ? entry.with(Problem.of("rules.calendar-waits")) : entry)
                .toList();
        return new Watch(entries, picture, offline, kept);
    }

    private static boolean waitsForCalendar(RuleEntry entry, Holidays holidays, Instant now) {
        return entry.ours()
                .filter(record -> record.sent()
                        .filter(sent ->
                                !sent.override().equals(holidays.of(record.id()).at(now)))
                        .isPresent())
                .isPresent();
    }

    private List<RuleRecord> records() {
        return rules.store().all(rules.collection().get().company());
    }
}

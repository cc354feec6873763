package io.vestibule.rules;

import io.vestibule.base.NameOrder;
import io.vestibule.base.Problem;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.who.Member;
import io.vestibule.rules.who.MemberResolver;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.MembershipChange;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Evaluates the state of rules by comparing the draft, what was sent, and what the VMS has.
public final class RuleStatusEvaluator {

    private final MemberResolver memberResolver;
    private final CollectionRef collection;
    private final Instant now;

    public RuleStatusEvaluator(MemberResolver memberResolver, CollectionRef collection, Instant now) {
        this.memberResolver = memberResolver;
        this.collection = collection;
        this.now = now;
    }

    /// What is known of the VMS.
    ///
    /// @param snapshot empty while the VMS has not been reached; the entries are then the local rules only
    /// @param here the VMS in use; empty if its connection cannot be used
    /// @param attempts creations that got no answer, after which the rule was sent once more
    record Seen(Optional<VmsSnapshot> snapshot, Optional<VmsId> here, RuleWrites writes, List<RuleAttempt> attempts) {}

    /// Local rules that are not deleted, then the other rules of the VMS, but for those of other companies of this
    /// console. A deleted rule that is on another VMS is
    /// among them as long as that VMS has it.
    List<RuleEntry> entries(List<RuleRecord> records, Seen seen) {
        List<RuleEntry> entries = new ArrayList<>();
        Map<RemoteRuleId, AlertRule> ours = new HashMap<>();
        for (RuleRecord record : records) {
            record.sent().ifPresent(sentRule -> ours.put(sentRule.rule().id(), sentRule.rule()));
            if (isElsewhere(record, seen)) {
                elsewhere(record).ifPresent(entries::add);
            } else if (record.deletedAt().isEmpty()) {
                entries.add(entry(record, seen));
            }
        }
        Set<String> otherCollections = memberResolver.otherCollections(collection);
        seen.snapshot().stream()
                .flatMap(snapshot -> snapshot.rules().stream())
                .filter(rule -> Optional.ofNullable(ours.get(rule.id()))
                        .filter(rule::isSameRuleAs)
                        .isEmpty())
                .filter(rule -> !rule.isOfCollection(otherCollections))
                .filter(rule -> records.stream().noneMatch(record -> isBeingCreated(record, rule, seen)))
                .forEach(rule -> entries.add(others(rule, records, seen)));
        return entries;
    }

    private static boolean isElsewhere(RuleRecord record, Seen seen) {
        return seen.here().filter(record::isElsewhere).isPresent()
                || (record.isUnclaimed()
                        && record.sent().isPresent()
                        && seen.snapshot().isPresent());
    }

    private Optional<RuleEntry> elsewhere(RuleRecord record) {
        boolean undoable = record.deletedAt()
                .filter(at -> at.plus(SendFlow.UNDO_WINDOW).isAfter(now))
                .isPresent();
        if (undoable || (record.deletedAt().isPresent() && record.sent().isEmpty())) {
            return Optional.empty();
        }
        List<Problem> findings =
                record.deletedAt().isPresent() ? List.of(Problem.of("rules.deletion-waits")) : List.of();
        return Optional.of(new RuleEntry(
                Optional.of(record),
                Optional.empty(),
                RuleState.ELSEWHERE,
                memberResolver.resolve(record.draft().people(), collection),
                findings));
    }

    /// Whether the rule is that of a creation that is running now, and is about to be recorded.
    private static boolean isBeingCreated(RuleRecord record, AlertRule rule, Seen seen) {
        return seen.writes().isRunning(record.id())
                && record.pendingCreation()
                        .filter(creation -> creation.created(rule))
                        .isPresent();
    }

    private RuleEntry entry(RuleRecord record, Seen seen) {
        Members members = memberResolver.resolve(record.draft().people(), collection);
        // What was read before the last change of the rule says nothing about it.
        Optional<VmsSnapshot> snapshot =
                seen.snapshot().filter(known -> !seen.writes().isStale(record.id(), known));
        Optional<AlertRule> there =
                record.sent().flatMap(sentRule -> snapshot.flatMap(known -> known.now(sentRule.rule())));
        List<Problem> findings = new ArrayList<>();
        RuleState state = seen.writes().isRunning(record.id()) && record.sent().isEmpty()
                ? RuleState.DRAFT
                : state(record, there, snapshot, findings);
        boolean refused = record.refusal().isPresent();
        record.refusal().ifPresent(refusal -> {
            if (!record.isUnreadable()) {
                findings.add(Problem.of("rules.not-deleted"));
            }
            findings.add(refusal);
        });
        if (state != RuleState.DRAFT) {
            findings.addAll(findings(there.or(() -> record.sent().map(SentRule::rule)), members, snapshot));
        }
        return new RuleEntry(Optional.of(record), there, state, members, findings, refused);
    }

    private RuleEntry others(AlertRule rule, List<RuleRecord> records, Seen seen) {
        Members members = rule.knownPeople()
                .map(people -> memberResolver.resolve(new PeopleChoice(people.userIds(), List.of()), collection))
                .orElse(Members.NOBODY);
        boolean perhapsOurs = Stream.concat(
                        records.stream()
                                .filter(record -> record.deletedAt().isEmpty())
                                .flatMap(record -> record.pendingCreation().stream()),
                        seen.attempts().stream().map(RuleAttempt::creation))
                .anyMatch(creation -> creation.resembles(rule));
        List<Problem> findings =
                rule.knownPeople().isPresent() ? findings(Optional.of(rule), members, seen.snapshot()) : List.of();
        return new RuleEntry(
                Optional.empty(),
                Optional.of(rule),
                perhapsOurs ? RuleState.PERHAPS_OURS : RuleState.OTHERS,
                members,
                findings);
    }

    private RuleState state(
            RuleRecord record, Optional<AlertRule> there, Optional<VmsSnapshot> snapshot, List<Problem> findings) {
        if (record.sent().isEmpty()) {
            return record.pendingCreation().isPresent() ? RuleState.UNSURE : RuleState.DRAFT;
        }
        SentRule sentRule = record.sent().get();
        if (there.isEmpty() && snapshot.isPresent()) {
            if (snapshot.get().listing().lacks(sentRule.rule())) {
                return RuleState.GONE_THERE;
            }
            findings.add(Problem.of("rules.not-listed"));
        }
        if (there.filter(rule -> !rule.hasSameContentAs(sentRule.rule())).isPresent()) {
            return RuleState.CHANGED_THERE;
        }
        // Also those of an edited rule: what the VMS has does not wait until the edit is finished.
        List<Problem> moved = outdated(sentRule);
        findings.addAll(moved);
        if (record.hasUnsentEdits()) {
            return RuleState.EDITED;
        }
        return moved.isEmpty() ? RuleState.SENT : RuleState.OUTDATED;
    }

    /// What changed since the rule was sent without an edit of the rule: the people behind its groups, or the
    /// clocks.
    List<Problem> outdated(SentRule sentRule) {
        List<Problem> moved = new ArrayList<>();
        long changes = membershipChange(sentRule).count();
        if (changes > 0) {
            moved.add(Problem.of("rules.members-changed", changes));
        }
        Week then = Week.fromSchedule(sentRule.draft().timetable().toSchedule(sentRule.at()))
                .week();
        if (!Week.fromSchedule(sentRule.draft().timetable().toSchedule(now))
                .week()
                .equals(then)) {
            moved.add(Problem.of("rules.clock-changed"));
        }
        return moved;
    }

    /// Who joined the groups of the rule since it was sent, and who left.
    MembershipChange membershipChange(SentRule sentRule) {
        if (sentRule.draft().people().queries().isEmpty()) {
            return MembershipChange.NOBODY;
        }
        Members members = memberResolver.resolve(sentRule.draft().people(), collection);
        Set<String> wanted = Set.copyOf(members.userIds());
        Set<String> before = sentRule.rule()
                .knownPeople()
                .map(RuleMeta.KnownPeople::userIds)
                .map(Set::copyOf)
                .orElse(Set.of());
        List<Person> joined = members.known().stream()
                .filter(member -> wanted.contains(member.userId()) && !before.contains(member.userId()))
                .map(Member::person)
                .toList();
        List<String> went = before.stream().filter(id -> !wanted.contains(id)).toList();
        List<Person> left = went.stream()
                .flatMap(id -> memberResolver.find(id, collection).stream())
                .sorted(NameOrder.by(Person::name))
                .toList();
        return new MembershipChange(joined, left, went.size() - left.size());
    }

    private List<Problem> findings(Optional<AlertRule> rule, Members members, Optional<VmsSnapshot> snapshot) {
        List<Problem> found = new ArrayList<>();
        add(found, "rules.people-gone", members.unknown().size());
        add(found, "rules.site-gone", members.sitesGone());
        int never = members.unmatchable().size();
        if (members.nobodyMatches()) {
            found.add(Problem.of("rules.nobody-matches"));
        } else {
            add(found, "rules.never-match", never);
        }
        add(found, "rules.not-active", members.notActive().size() - never);
        rule.ifPresent(known -> {
            snapshot.ifPresent(seen -> add(
                    found, "rules.camera-missing", seen.missing(known.content().cameraIds())));
            if (known.knownPeople()
                    .filter(people -> !people.collection().equals(collection.externalId()))
                    .isPresent()) {
                found.add(Problem.of("rules.wrong-collection"));
            }
        });
        return found;
    }

    private static void add(List<Problem> found, String code, long count) {
        if (count > 0) {
            found.add(Problem.of(code, count));
        }
    }
}

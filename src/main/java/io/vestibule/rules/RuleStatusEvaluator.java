package io.vestibule.rules;

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
import io.vestibule.vms.RuleMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /// Local rules that are not deleted, then the other rules of the VMS, but for those of other companies of this
    /// console.
    ///
    /// @param snapshot empty while the VMS has not been reached; the entries are then the local rules only
    public List<RuleEntry> entries(List<RuleRecord> records, Optional<VmsSnapshot> snapshot) {
        List<RuleEntry> entries = new ArrayList<>();
        Set<Long> ours = new HashSet<>();
        for (RuleRecord record : records) {
            record.sent().ifPresent(sentRule -> ours.add(sentRule.rule().id()));
            if (record.deletedAt().isEmpty()) {
                entries.add(entry(record, snapshot));
            }
        }
        Set<String> otherCollections = memberResolver.otherCollections(collection);
        snapshot.stream()
                .flatMap(seen -> seen.rules().stream())
                .filter(rule -> !ours.contains(rule.id()))
                .filter(rule -> !rule.isOfCollection(otherCollections))
                .forEach(rule -> entries.add(others(rule, snapshot)));
        return entries;
    }

    private RuleEntry entry(RuleRecord record, Optional<VmsSnapshot> snapshot) {
        Members members = memberResolver.resolve(record.draft().people(), collection);
        Optional<AlertRule> there = record.sent()
                .flatMap(sentRule ->
                        snapshot.flatMap(seen -> seen.rule(sentRule.rule().id())));
        List<Problem> findings = new ArrayList<>();
        RuleState state = state(record, there, snapshot.isPresent(), findings);
        record.refusal().ifPresent(refusal -> {
            findings.add(Problem.of("rules.not-deleted"));
            findings.add(refusal);
        });
        if (state != RuleState.DRAFT) {
            findings.addAll(findings(there.or(() -> record.sent().map(SentRule::rule)), members, snapshot));
        }
        return new RuleEntry(
                Optional.of(record),
                there,
                state,
                members,
                findings,
                record.refusal().isPresent());
    }

    private RuleEntry others(AlertRule rule, Optional<VmsSnapshot> snapshot) {
        Members members = rule.knownPeople()
                .map(people -> memberResolver.resolve(new PeopleChoice(people.userIds(), List.of()), collection))
                .orElse(Members.NOBODY);
        List<Problem> findings =
                rule.knownPeople().isPresent() ? findings(Optional.of(rule), members, snapshot) : List.of();
        return new RuleEntry(Optional.empty(), Optional.of(rule), RuleState.OTHERS, members, findings);
    }

    private RuleState state(RuleRecord record, Optional<AlertRule> there, boolean reached, List<Problem> findings) {
        if (record.sent().isEmpty()) {
            return record.pendingCreation().isPresent() ? RuleState.UNSURE : RuleState.DRAFT;
        }
        SentRule sentRule = record.sent().get();
        if (reached && there.isEmpty()) {
            return RuleState.GONE_THERE;
        }
        if (there.filter(rule -> !rule.hasSameContentAs(sentRule.rule())).isPresent()) {
            return RuleState.CHANGED_THERE;
        }
        if (record.hasUnsentEdits()) {
            return RuleState.EDITED;
        }
        findings.addAll(outdated(sentRule));
        return findings.isEmpty() ? RuleState.SENT : RuleState.OUTDATED;
    }

    /// What changed since the rule was sent without an edit of the rule: the people behind its groups, or the clocks.
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
                .sorted(Comparator.comparing(Person::name))
                .toList();
        return new MembershipChange(joined, left, went.size() - left.size());
    }

    private List<Problem> findings(Optional<AlertRule> rule, Members members, Optional<VmsSnapshot> snapshot) {
        List<Problem> found = new ArrayList<>();
        add(found, "rules.people-gone", members.unknown().size());
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

package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.who.Member;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.Moved;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.Roster;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says how rules stand: what is wanted, what was sent, and what the VMS has.
public final class Judge {

    private final Roster roster;
    private final CollectionRef collection;
    private final Instant now;

    public Judge(Roster roster, CollectionRef collection, Instant now) {
        this.roster = roster;
        this.collection = collection;
        this.now = now;
    }

    /// Ours that are not deleted, then the VMS's others.
    ///
    /// @param picture empty while the VMS was not reached: then only ours, by what is known here
    public List<RuleEntry> entries(List<RuleRecord> records, Optional<VmsPicture> picture) {
        List<RuleEntry> entries = new ArrayList<>();
        Set<Long> ours = new HashSet<>();
        for (RuleRecord record : records) {
            record.sent().ifPresent(sent -> ours.add(sent.rule().id()));
            if (record.deleted().isEmpty()) {
                entries.add(entry(record, picture));
            }
        }
        picture.stream()
                .flatMap(seen -> seen.rules().stream())
                .filter(rule -> !ours.contains(rule.id()))
                .forEach(rule -> entries.add(others(rule, picture)));
        return entries;
    }

    private RuleEntry entry(RuleRecord record, Optional<VmsPicture> picture) {
        Members members = roster.members(record.draft().who(), collection);
        Optional<AlertRule> there = record.sent()
                .flatMap(sent -> picture.flatMap(seen -> seen.rule(sent.rule().id())));
        List<Problem> findings = new ArrayList<>();
        RuleState state = state(record, there, picture.isPresent(), findings);
        if (state != RuleState.DRAFT) {
            findings.addAll(findings(there.or(() -> record.sent().map(Sent::rule)), members, picture));
        }
        return new RuleEntry(Optional.of(record), there, state, members, findings);
    }

    private RuleEntry others(AlertRule rule, Optional<VmsPicture> picture) {
        Members members = rule.people()
                .map(people -> roster.members(new PeopleChoice(people.userIds(), List.of()), collection))
                .orElse(Members.NOBODY);
        List<Problem> findings = rule.people().isPresent() ? findings(Optional.of(rule), members, picture) : List.of();
        return new RuleEntry(Optional.empty(), Optional.of(rule), RuleState.OTHERS, members, findings);
    }

    private RuleState state(RuleRecord record, Optional<AlertRule> there, boolean reached, List<Problem> findings) {
        if (record.sent().isEmpty()) {
            return record.attempt().isPresent() ? RuleState.UNSURE : RuleState.DRAFT;
        }
        Sent sent = record.sent().get();
        if (reached && there.isEmpty()) {
            return RuleState.GONE_THERE;
        }
        if (there.filter(rule -> !rule.saysTheSameAs(sent.rule())).isPresent()) {
            return RuleState.CHANGED_THERE;
        }
        if (record.edited()) {
            return RuleState.EDITED;
        }
        findings.addAll(outdated(sent));
        return findings.isEmpty() ? RuleState.SENT : RuleState.OUTDATED;
    }

    /// What moved by itself since it was sent.
    List<Problem> outdated(Sent sent) {
        List<Problem> moved = new ArrayList<>();
        long changes = moved(sent).count();
        if (changes > 0) {
            moved.add(Problem.of("rules.members-changed", changes));
        }
        Week then = Week.read(sent.draft().when().schedule(sent.at())).week();
        if (!Week.read(sent.draft().when().schedule(now)).week().equals(then)) {
            moved.add(Problem.of("rules.clock-changed"));
        }
        return moved;
    }

    /// Who came to the groups of the rule and who went.
    Moved moved(Sent sent) {
        if (sent.draft().who().queries().isEmpty()) {
            return Moved.NOBODY;
        }
        Members members = roster.members(sent.draft().who(), collection);
        Set<String> wanted = Set.copyOf(members.userIds());
        Set<String> had = sent.rule()
                .people()
                .map(RuleMeta.KnownPeople::userIds)
                .map(Set::copyOf)
                .orElse(Set.of());
        List<Person> joined = members.known().stream()
                .filter(member -> wanted.contains(member.userId()) && !had.contains(member.userId()))
                .map(Member::person)
                .toList();
        List<String> went = had.stream().filter(id -> !wanted.contains(id)).toList();
        List<Person> left = went.stream()
                .flatMap(id -> roster.find(id, collection).stream())
                .sorted(Comparator.comparing(Person::name))
                .toList();
        return new Moved(joined, left, went.size() - left.size());
    }

    private List<Problem> findings(Optional<AlertRule> rule, Members members, Optional<VmsPicture> picture) {
        List<Problem> found = new ArrayList<>();
        add(found, "rules.people-gone", members.unknown().size());
        add(found, "rules.not-active", members.notActive().size());
        rule.ifPresent(known -> {
            picture.ifPresent(seen -> add(
                    found, "rules.camera-missing", seen.missing(known.content().cameraIds())));
            if (known.people()
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

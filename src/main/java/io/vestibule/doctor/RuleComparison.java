package io.vestibule.doctor;

import io.vestibule.people.CollectionRef;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.who.MemberResolver;

/// Finds the rules on the VMS that can never raise an alert, because nobody whom they name can be found.
public final class RuleComparison {

    private final RuleStore rules;
    private final MemberResolver members;

    public RuleComparison(RuleStore rules, MemberResolver members) {
        this.rules = rules;
        this.members = members;
    }

    void run(CollectionRef collection, DiscrepancyCollector found) {
        rules.all(collection.company()).stream()
                .filter(rule -> findsNobody(rule, collection))
                .forEach(rule -> found.add(Discrepancy.of(
                        DiscrepancyKind.RULE_FINDS_NOBODY, rule.id().value().toString())));
    }

    boolean findsNobody(RuleId rule, CollectionRef collection) {
        return rules.find(rule).filter(known -> findsNobody(known, collection)).isPresent();
    }

    /// A rule that is paused raises no alert on purpose.
    private boolean findsNobody(RuleRecord rule, CollectionRef collection) {
        return rule.sent()
                .filter(sent ->
                        rule.deletedAt().isEmpty() && !sent.draft().timetable().paused())
                .map(sent -> members.resolve(sent.draft().people(), collection))
                .filter(now -> now.userIds().isEmpty() || now.nobodyMatches())
                .isPresent();
    }
}

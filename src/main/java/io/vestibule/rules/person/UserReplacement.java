package io.vestibule.rules.person;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SentRule;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Replaces one user of the collection by another one or by nobody. Idempotent.
///
/// @param oldUserId the user id to replace
/// @param newUserId the user id that replaces it; empty for nobody
record UserReplacement(String oldUserId, Optional<String> newUserId) {

    boolean affects(RuleDraft draft) {
        return draft.people().userIds().contains(oldUserId);
    }

    UserReplacement withoutNewUser() {
        return new UserReplacement(oldUserId, Optional.empty());
    }

    /// Whether the rule names the user on the VMS, chosen individually or as a member of a group.
    boolean affects(SentRule sent) {
        return affects(sent.draft()) || affects(sent.rule());
    }

    /// Whether the rule names the user here or on the VMS.
    boolean affects(RuleRecord record) {
        return affects(record.draft()) || record.sent().filter(this::affects).isPresent();
    }

    boolean affects(AlertRule rule) {
        return rule.knownPeople()
                .filter(people -> people.userIds().contains(oldUserId))
                .isPresent();
    }

    boolean affects(RuleContent content, String collection) {
        return content.meta() instanceof RuleMeta.KnownPeople people
                && people.collection().equals(collection)
                && people.userIds().contains(oldUserId);
    }

    RuleDraft applyTo(RuleDraft draft) {
        return draft.withPeople(new PeopleChoice(
                applyTo(draft.people().userIds()), draft.people().queries()));
    }

    RuleContent applyTo(RuleContent content) {
        return content.meta() instanceof RuleMeta.KnownPeople people
                ? content.withMeta(new RuleMeta.KnownPeople(people.collection(), applyTo(people.userIds())))
                : content;
    }

    /// The given rule as if it had been sent with the replacement.
    AlertRule applyTo(AlertRule sent) {
        return AlertRule.read(sent.id().vms(), sent.withChange(applyTo(sent.content())))
                .orElseThrow();
    }

    /// Whether the rule would have nobody left to look for; the VMS does not accept such a rule.
    boolean leavesNobody(AlertRule rule) {
        return rule.knownPeople()
                .filter(people -> applyTo(people.userIds()).isEmpty())
                .isPresent();
    }

    private List<String> applyTo(List<String> userIds) {
        return userIds.stream()
                .flatMap(id -> id.equals(oldUserId) ? newUserId.stream() : Stream.of(id))
                .distinct()
                .toList();
    }
}

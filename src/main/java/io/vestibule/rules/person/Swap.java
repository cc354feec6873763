package io.vestibule.rules.person;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One user of the collection goes; another one takes the place, or nobody does. Doing it twice changes nothing more.
///
/// @param gone user id
/// @param instead user id
record Swap(String gone, Optional<String> instead) {

    boolean concerns(RuleDraft draft) {
        return draft.who().userIds().contains(gone);
    }

    boolean concerns(AlertRule rule) {
        return rule.people().filter(people -> people.userIds().contains(gone)).isPresent();
    }

    RuleDraft of(RuleDraft draft) {
        return draft.withWho(
                new PeopleChoice(of(draft.who().userIds()), draft.who().queries()));
    }

    RuleContent of(RuleContent content) {
        return content.meta() instanceof RuleMeta.KnownPeople people
                ? content.withMeta(new RuleMeta.KnownPeople(people.collection(), of(people.userIds())))
                : content;
    }

    /// What was sent last, as if it had been sent like that.
    AlertRule of(AlertRule sent) {
        return AlertRule.read(sent.after(of(sent.content()))).orElseThrow();
    }

    /// Whether nobody would be left to look for; the VMS takes no such rule.
    boolean empties(AlertRule rule) {
        return rule.people().filter(people -> of(people.userIds()).isEmpty()).isPresent();
    }

    private List<String> of(List<String> userIds) {
        return userIds.stream()
                .flatMap(id -> id.equals(gone) ? instead.stream() : Stream.of(id))
                .distinct()
                .toList();
    }
}

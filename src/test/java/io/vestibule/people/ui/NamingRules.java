package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.people.change.Undo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Rule references that a test sets directly.
final class NamingRules implements PersonRuleReferences {

    final Map<PersonId, List<RuleReference>> named = new HashMap<>();
    final Map<PersonId, Optional<PersonId>> followed = new HashMap<>();

    @Override
    public List<RuleReference> rulesNaming(PersonId person) {
        return named.getOrDefault(person, List.of());
    }

    @Override
    public Undo changeWithCascade(PersonId person, Optional<PersonId> instead, Supplier<Undo> change) {
        followed.put(person, instead);
        return change.get();
    }
}

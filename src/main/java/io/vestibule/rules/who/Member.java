package io.vestibule.rules.who;

import io.vestibule.people.Person;

/// Somebody whom a rule looks for.
///
/// @param active whether the collection can find them now
/// @param chosen one by one; false for those whom only a query brought in
public record Member(Person person, boolean active, boolean chosen) {

    public String userId() {
        return person.externalId().toString();
    }
}

package io.vestibule.rules.who;

import io.vestibule.people.Person;

/// A person whom a rule looks for.
///
/// @param active whether the collection can find the person now
/// @param chosen whether the person was chosen individually; false if only a query includes the person
public record Member(Person person, boolean active, boolean chosen) {

    public String userId() {
        return person.externalId().toString();
    }
}

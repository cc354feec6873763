package io.vestibule.rules.who;

import io.vestibule.people.Person;
import io.vestibule.people.Reach;

/// A person whom a rule looks for.
///
/// @param reach whether the collection finds the person
/// @param chosen whether the person was chosen individually; false if only a query includes the person
public record Member(Person person, Reach reach, boolean chosen) {

    /// Whether the collection finds the person now.
    public boolean active() {
        return reach == Reach.FOUND;
    }

    public String userId() {
        return person.externalId();
    }
}

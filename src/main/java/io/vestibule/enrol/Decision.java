package io.vestibule.enrol;

import io.vestibule.base.PersonId;

/// What the operator answered when somebody like this was found, or that nobody was.
public sealed interface Decision {

    /// Nobody alike was found.
    record Unknown() implements Decision {}

    /// It is this person: the photos are theirs, and their time and basis are renewed.
    record SamePerson(PersonId person) implements Decision {}

    /// It is somebody who looks like this person: remembered, and not asked again.
    record DifferentPerson(PersonId lookAlike) implements Decision {}
}

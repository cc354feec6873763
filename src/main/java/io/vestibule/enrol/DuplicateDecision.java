package io.vestibule.enrol;

import io.vestibule.base.PersonId;

/// What the operator answered when somebody like this was found, or that nobody was.
public sealed interface DuplicateDecision {

    /// Nobody alike was found.
    record NoDuplicate() implements DuplicateDecision {}

    /// The service could not be asked. The search comes first as soon as it can, and whom it finds is for a person to
    /// decide: see `io.vestibule.enrol.change.DuplicateFlow`.
    record SearchDeferred() implements DuplicateDecision {}

    /// It is this person: the photos are theirs, and their time and basis are renewed.
    record SamePerson(PersonId person) implements DuplicateDecision {}

    /// It is this person, and what was typed now is what counts: contact, sites and time are overwritten, and their
    /// old photos go once every new one is in use.
    record UpdatedPerson(PersonId person) implements DuplicateDecision {}

    /// It is somebody who looks like this person: remembered, and not asked again.
    record DifferentPerson(PersonId lookAlike) implements DuplicateDecision {}
}

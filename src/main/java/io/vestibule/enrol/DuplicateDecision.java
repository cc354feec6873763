package io.vestibule.enrol;

import io.vestibule.base.PersonId;

/// What the operator decided when a similar person was found, or that no similar person was found.
public sealed interface DuplicateDecision {

    /// No similar person was found.
    record NoDuplicate() implements DuplicateDecision {}

    /// The service could not be called. The search is the first step of the job as soon as the service answers, and
    /// the operator decides about a match: see `io.vestibule.enrol.change.DuplicateFlow`.
    record SearchDeferred() implements DuplicateDecision {}

    /// It is this person: the photos are added to them, and their expiry and legal basis are renewed.
    ///
    /// @param rename whether the name that was typed now replaces theirs
    record SamePerson(PersonId person, boolean rename) implements DuplicateDecision {

        public SamePerson(PersonId person) {
            this(person, false);
        }
    }

    /// It is this person, and the values typed now replace theirs: contact, sites and expiry are overwritten, and
    /// their old photos are erased once every new one is associated.
    ///
    /// @param rename whether the name that was typed now replaces theirs, too
    record UpdatedPerson(PersonId person, boolean rename) implements DuplicateDecision {

        public UpdatedPerson(PersonId person) {
            this(person, false);
        }
    }

    /// It is another person who looks like this one: the decision is stored, and the question is not asked again.
    record DifferentPerson(PersonId lookAlike) implements DuplicateDecision {}
}

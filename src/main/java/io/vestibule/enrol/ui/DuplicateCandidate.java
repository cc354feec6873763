package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.PersonMatch;
import java.util.Optional;

/// A similar person about whom the operator decides before anything is sent.
///
/// @param runnerUp the second-best match, if any
/// @param picture of the person who is already enrolled
/// @param photo the new one, encoded
/// @param figures whether the operator may see similarity figures
public record DuplicateCandidate(
        PersonMatch match,
        Optional<PersonMatch> runnerUp,
        Optional<byte[]> picture,
        Optional<byte[]> photo,
        boolean figures) {

    /// Whether this person is shown.
    boolean shows(PersonId person) {
        return match.person().id().equals(person)
                || runnerUp.filter(next -> next.person().id().equals(person)).isPresent();
    }
}

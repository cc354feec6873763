package io.vestibule.enrol.ui;

import io.vestibule.enrol.PersonMatch;
import java.util.Optional;

/// Somebody alike, to be answered before anything is sent.
///
/// @param runnerUp who came next, if anybody did
/// @param picture of the person who is there already
/// @param photo the new one, encoded
/// @param figures whether whoever sits at the desk sees figures
public record DuplicateCandidate(
        PersonMatch match,
        Optional<PersonMatch> runnerUp,
        Optional<byte[]> picture,
        Optional<byte[]> photo,
        boolean figures) {}

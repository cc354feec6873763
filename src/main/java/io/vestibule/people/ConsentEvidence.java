package io.vestibule.people;

import java.util.Optional;

/// What an answer was given to, and how that can be shown later. Erased with the person.
///
/// @param wording SHA-256 of the text that was shown, see [ConsentWording#hash]; empty for an answer of an earlier
///     version of the program, or one that was given elsewhere
/// @param signature drawn by the person who answered
/// @param guardian name of the parent or guardian who answered for a person who is too young to; may be blank while
///     it is typed
public record ConsentEvidence(String wording, Optional<ConsentSignature> signature, Optional<String> guardian) {

    public static final ConsentEvidence NONE = new ConsentEvidence("", Optional.empty(), Optional.empty());
}

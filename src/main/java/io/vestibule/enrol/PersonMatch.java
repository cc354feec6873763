package io.vestibule.enrol;

import io.vestibule.people.Person;

/// A person in the collection who is similar to the face on a photo.
///
/// @param similarity 0..100 on the scale of `engine`; scores of two engines cannot be compared
public record PersonMatch(Person person, float similarity, String engine) {}

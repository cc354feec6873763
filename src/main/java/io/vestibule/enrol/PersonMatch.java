package io.vestibule.enrol;

import io.vestibule.people.Person;

/// Somebody in the collection who looks like the photo.
///
/// @param similarity 0..100 on the scale of `engine`; scores of two engines cannot be compared
public record PersonMatch(Person person, float similarity, String engine) {}

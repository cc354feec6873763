package io.vestibule.enrol;

import io.vestibule.people.Person;

/// A person in the collection who is similar to the face on a photo.
///
/// @param similarity 0..100 on the scale of `engine`; scores of two engines cannot be compared
/// @param among number of people who were searched; 0 if nobody was
public record PersonMatch(Person person, float similarity, String engine, long among) {}

package io.vestibule.bulk;

import io.vestibule.base.PersonId;

/// Somebody whom an earlier version of a list named, and the latest one does not.
///
/// @param number under which the list knew them
public record MissingPerson(PersonId person, String number, String name) {}

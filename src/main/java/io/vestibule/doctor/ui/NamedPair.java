package io.vestibule.doctor.ui;

/// Two people who are alike.
///
/// @param first name, or the user id where no person of this company has the user
/// @param second as `first`
record NamedPair(String first, String second, float similarity) {}

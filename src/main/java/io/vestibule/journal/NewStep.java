package io.vestibule.journal;

/// A step that is to be written down.
///
/// @param kind name of the handler
/// @param subject up to 64 characters, an id
public record NewStep(String kind, String subject) {}

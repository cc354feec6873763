package io.vestibule.journal.run;

/// A step that is to be written down.
///
/// @param subject up to 64 characters, an id
public record NewStep(StepKind kind, String subject) {}

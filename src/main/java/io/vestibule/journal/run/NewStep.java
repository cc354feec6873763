package io.vestibule.journal.run;

/// A step to be added.
///
/// @param subject up to 64 characters, an id
public record NewStep(StepKind kind, String subject) {}

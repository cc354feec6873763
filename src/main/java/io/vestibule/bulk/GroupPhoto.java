package io.vestibule.bulk;

import io.vestibule.enrol.PhotoIntake.IntakeResult;

/// A photo of a row that shows several people, one of whom has to be picked.
///
/// @param reference as the list names it
public record GroupPhoto(String reference, IntakeResult.MultipleFaces faces) {}

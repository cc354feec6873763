package io.vestibule.journal;

/// How often one operation of the service was called in some time.
///
/// @param operation as the service spells it
/// @param charged calls that the service in use charged for
/// @param succeeded calls that were answered, charged or not
/// @param failed calls that got no usable answer
public record CallCount(String operation, long charged, long succeeded, long failed) {}

package io.vestibule.journal;

/// Number of calls of one operation of the service in a period.
///
/// @param operation in the service's spelling
/// @param charged calls that the service in use charged for
/// @param succeeded calls that were answered, charged or not
/// @param failed calls without a usable answer
public record CallCount(String operation, long charged, long succeeded, long failed) {}

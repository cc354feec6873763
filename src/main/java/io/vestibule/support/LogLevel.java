package io.vestibule.support;

/// How much the program logs. Libraries log only warnings at any level: their other messages may hold what a person
/// typed.
public enum LogLevel {
    WARNINGS,
    USUAL,
    MORE
}

package io.vestibule.support;

/// How much the program writes into its log. Of the libraries only warnings are written at any level: what they tell
/// besides may hold what a person typed.
public enum LogLevel {
    WARNINGS,
    USUAL,
    MORE
}

package io.vestibule.ui;

/// A problem in words, as every screen shows it.
///
/// @param summary what happened
/// @param explanation what that means for the reader
/// @param advice what to do now
/// @param code to be quoted to support, shown small
public record ProblemText(String summary, String explanation, String advice, String code) {}

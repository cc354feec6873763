package io.vestibule.ui;

/// The text of a problem, as every screen shows it.
///
/// @param summary what happened
/// @param explanation what that means for the user
/// @param advice what to do now
/// @param code to quote to support, shown small
public record ProblemText(String summary, String explanation, String advice, String code) {}

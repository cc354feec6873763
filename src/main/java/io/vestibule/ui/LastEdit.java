package io.vestibule.ui;

/// The last edit on a screen that Ctrl+Z takes back.
///
/// @param nanos when it was made, by [System#nanoTime()]
/// @param typed whether it was typed into a text field, which takes back single letters itself
/// @param undo takes it back
public record LastEdit(long nanos, boolean typed, Runnable undo) {}

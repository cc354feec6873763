package io.vestibule.ui;

/// One line of the list of keyboard shortcuts.
///
/// @param keys the shortcut, keys of a chord joined by `+`: `Ctrl+Enter`
/// @param words what it does
public record KeyHint(String keys, String words) {}

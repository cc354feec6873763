package io.vestibule.ui;

/// One line of the keyboard map.
///
/// @param keys what to press, keys of a chord joined by `+`: `Ctrl+Enter`
/// @param words what it does
public record KeyHint(String keys, String words) {}

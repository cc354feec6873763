package io.vestibule.base;

import java.util.List;

/// An error with a stable code. Its text is looked up in the bundles by that code (`problem.<code>.what`, `.means`,
/// `.do`), so that the same problem has the same text on every screen.
///
/// @param code lower-case words joined by dots, for example `photo.too-large`; never changes once released
/// @param args numbers, limits or ids for the text; never a person's name, an address or a file name
public record Problem(String code, List<String> args) {

    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(String code, Object... args) {
        return new Problem(
                code, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}

package io.vestibule.people;

import java.util.regex.Pattern;

/// A signature that was drawn on the screen: its lines only, without times and pressure, by which a hand could be
/// recognised.
///
/// @param path in the notation of SVG, with whole numbers in a box of [#WIDTH] by [#HEIGHT], for example
///     `M10 20L12 25M30 8L31 9`
public record ConsentSignature(String path) {

    public static final int WIDTH = 1_000;
    public static final int HEIGHT = 400;

    /// About 5,000 points; a signature has some hundreds.
    public static final int LONGEST = 60_000;

    private static final Pattern LINES = Pattern.compile("(?:[ML]\\d{1,4} \\d{1,4})++");

    public ConsentSignature {
        if (path.length() > LONGEST
                || !path.startsWith("M")
                || !LINES.matcher(path).matches()) {
            throw new IllegalArgumentException("Not the lines of a signature");
        }
    }
}

package io.vestibule.people;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// Pieces of a word by which it is found although it was not typed from its beginning, or with one wrong letter.
final class WordPieces {

    /// A typed word that is shorter may have no wrong letter: too many others are one letter away.
    static final int SHORTEST_MISSPELT = 5;

    private static final int LONGEST_MISSPELT = 30;
    private static final int LONGEST_PARTED = 60;
    private static final String INNER = "*";
    private static final String SHORTENED = "~";

    private WordPieces() {}

    /// Everything under which a word of a name is stored: each three letters that it contains after its beginning
    /// (two of an ideographic script), and the word with each of its letters left out.
    static Set<String> of(String word) {
        var pieces = new LinkedHashSet<String>();
        int gram = gram(word);
        for (int i = 1; i + gram <= Math.min(LONGEST_PARTED, word.length()); i++) {
            pieces.add(INNER + word.substring(i, i + gram));
        }
        pieces.addAll(near(word));
        return pieces;
    }

    /// The pieces of a typed word of which a word that contains it has every one; empty if it is too short.
    static Set<String> inner(String typed) {
        var pieces = new LinkedHashSet<String>();
        int gram = gram(typed);
        for (int i = 0; i + gram <= typed.length(); i++) {
            pieces.add(INNER + typed.substring(i, i + gram));
        }
        return pieces;
    }

    /// The pieces of a word of which a word that differs in one letter has at least one; empty if it is too short.
    static Set<String> near(String word) {
        var pieces = new LinkedHashSet<String>();
        if (word.length() >= SHORTEST_MISSPELT && word.length() <= LONGEST_MISSPELT) {
            pieces.add(SHORTENED + word);
            IntStream.range(0, word.length())
                    .forEach(i -> pieces.add(SHORTENED + word.substring(0, i) + word.substring(i + 1)));
        }
        return pieces;
    }

    private static int gram(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic) ? 2 : 3;
    }

    /// Whether a word of a name matches a typed one: begins with it, contains it, or differs in one letter.
    static boolean match(String word, String typed) {
        return word.startsWith(typed) || matchInside(word, typed);
    }

    /// As [#match], but not from the beginning of the word.
    static boolean matchInside(String word, String typed) {
        return !word.startsWith(typed)
                && ((typed.length() >= gram(typed) && word.contains(typed))
                        || (Math.min(word.length(), typed.length()) >= SHORTEST_MISSPELT
                                && differInOneLetter(word, typed)));
    }

    /// Whether one letter is missing, added or another, or two neighbours are exchanged.
    static boolean differInOneLetter(String one, String other) {
        if (one.length() > other.length()) {
            return differInOneLetter(other, one);
        }
        if (other.length() - one.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() < other.length()) {
            return one.substring(same).equals(other.substring(same + 1));
        }
        if (same == one.length() || one.substring(same + 1).equals(other.substring(same + 1))) {
            return true;
        }
        return same + 1 < one.length()
                && one.charAt(same) == other.charAt(same + 1)
                && one.charAt(same + 1) == other.charAt(same)
                && one.substring(same + 2).equals(other.substring(same + 2));
    }
}

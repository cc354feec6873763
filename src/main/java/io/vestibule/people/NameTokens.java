package io.vestibule.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Normalised names for search: without accents, in lower case, split at everything that is neither letter nor digit.
final class NameTokens {

    private static final int LONGEST_KEY = 400;
    private static final int LONGEST_WORD = 200;

    private NameTokens() {}

    static String normalize(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        var key = plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ') // capitals do not tell whether a word ends after it
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return key.substring(0, Math.min(LONGEST_KEY, key.length()));
    }

    static List<String> tokenize(String text) {
        return Stream.of(normalize(text).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(LONGEST_WORD, word.length())))
                .distinct()
                .toList();
    }

    /// All rotations of a normalised name, one beginning with each of its words; the unrotated name comes first.
    static Set<String> rotations(String key) {
        var words = new ArrayList<>(List.of(key.split(" ")));
        var rotated = new LinkedHashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            rotated.add(String.join(" ", words));
            Collections.rotate(words, -1);
        }
        return rotated;
    }

    /// Whether another rotation of the same name begins with `word` too and sorts before this one: then the name is
    /// listed there already.
    static boolean hasEarlierRotation(String rotation, String word) {
        return rotations(rotation).stream().anyMatch(other -> other.startsWith(word) && other.compareTo(rotation) < 0);
    }
}

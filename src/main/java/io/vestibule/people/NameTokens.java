package io.vestibule.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Normalised names for search: without accents, in lower case, split at everything that is neither letter nor
/// digit. A stored name also has the spellings by which others type it: `ue` for `ü` and the reverse, `aa` for
/// `å`, and `obrien` for `O'Brien`.
final class NameTokens {

    private static final int LONGEST_KEY = 400;
    private static final int LONGEST_WORD = 200;

    /// Shorter words are not contracted: `Joe` is no spelling of `Jö`.
    private static final int SHORTEST_CONTRACTED = 4;

    /// Latin letters that have no decomposition, each before its base letter.
    private static final String BARRED =
            "ıiɩiøoɵođdðdɖdɗdħhłlƚlɫlŧtƭtŋnɲnƞnĸkƙkəeɛeɇeǝeƀbɓbɔoƒfǥgɠgɨiɉjƥpɍrʂsʉuʋvƴyɏyƶzⱥaȼc";

    private static final Map<Character, String> BASE_LETTERS = baseLetters();

    /// Spellings of German, the Nordic languages and Croatian without their letters.
    private static final Map<Character, String> EXPANSIONS =
            Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'å', "aa", 'ø', "oe", 'æ', "ae", 'œ', "oe", 'đ', "dj");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DIGRAPHS = Pattern.compile("([aou])e|aa");

    private NameTokens() {}

    private static Map<Character, String> baseLetters() {
        var letters = new java.util.HashMap<Character, String>();
        for (int i = 0; i < BARRED.length(); i += 2) {
            letters.put(BARRED.charAt(i), BARRED.substring(i + 1, i + 2));
        }
        letters.putAll(Map.of('ß', "ss", 'æ', "ae", 'œ', "oe", 'þ', "th"));
        letters.put('ς', "σ"); // capitals do not tell whether a word ends after it
        return Map.copyOf(letters);
    }

    /// The key of a name in the index: its words, followed by other spellings of them.
    static String normalize(String name) {
        var key = new StringBuilder(fold(name));
        var known = new LinkedHashSet<>(List.of(key.toString().split(" ", -1)));
        for (var spelling : otherSpellings(name)) {
            if (known.add(spelling) && key.length() + 1 + spelling.length() <= LONGEST_KEY) {
                key.append(' ').append(spelling);
            }
        }
        return key.toString();
    }

    private static List<String> otherSpellings(String name) {
        var spellings = new ArrayList<String>();
        for (var chunk : SPACES.split(name, -1)) {
            var words = words(fold(chunk));
            words.stream()
                    .filter(word -> word.length() >= SHORTEST_CONTRACTED)
                    .map(word -> DIGRAPHS.matcher(word)
                            .replaceAll(found -> found.group().substring(0, 1)))
                    .forEach(spellings::add);
            spellings.addAll(words(fold(expand(chunk))));
            if (words.size() > 1) {
                spellings.add(String.join("", words));
            }
        }
        return spellings;
    }

    private static String expand(String text) {
        return replace(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), EXPANSIONS);
    }

    private static String replace(String text, Map<Character, String> letters) {
        var replaced = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            replaced.append(letters.getOrDefault(letter, String.valueOf(letter)));
        }
        return replaced.toString();
    }

    /// Text without case, accents and signs, its words separated by one space.
    static String fold(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var letters = replace(plain.toLowerCase(Locale.ROOT), BASE_LETTERS);
        // A capital İ in lower case has a mark of its own.
        var key = SEPARATORS
                .matcher(MARKS.matcher(letters).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return key.substring(0, Math.min(LONGEST_KEY, key.length()));
    }

    private static List<String> words(String folded) {
        return Stream.of(folded.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /// The distinct words of what was typed.
    static List<String> tokenize(String typed) {
        return words(fold(typed)).stream()
                .map(word -> word.substring(0, Math.min(LONGEST_WORD, word.length())))
                .distinct()
                .toList();
    }

    /// All rotations of a normalised name, one beginning with each of its words; the unrotated name comes first.
    static Set<String> rotations(String key) {
        var words = new ArrayList<>(List.of(key.split(" ", -1)));
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

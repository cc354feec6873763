package io.vestibule.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Names as they are searched: without accents, in lower case, split at everything that is neither letter nor digit.
final class Words {

    private Words() {}

    static String key(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        var key = plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return key.substring(0, Math.min(400, key.length()));
    }

    static List<String> of(String text) {
        return Stream.of(key(text).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(200, word.length())))
                .distinct()
                .toList();
    }
}

package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

    @ParameterizedTest
    @CsvSource({
        "schmidt, schmitt, true", // another
        "schmidt, schmit, true", // missing
        "schmidt, schmiddt, true", // added
        "schmidt, schmdit, true", // exchanged
        "schmidt, xchmidt, true",
        "schmidt, schmidt, true",
        "schmidt, schmi, false",
        "schmidt, shcmidt, true",
        "schmidt, smchidt, false",
        "schmidt, schnitt, false",
        "schmidt, dschmit, false"
    })
    void twoWordsDifferInOneLetter(String one, String other, boolean alike) {
        assertThat(WordPieces.differInOneLetter(one, other)).isEqualTo(alike);
        assertThat(WordPieces.differInOneLetter(other, one)).isEqualTo(alike);
    }

    /// Whatever the comparison accepts is found through the pieces.
    @Test
    void everyWordThatMatchesInsideHasACommonPiece() {
        var random = new Random(5);
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            var word = word(random, 3 + random.nextInt(8));
            var typed = word(random, 3 + random.nextInt(8));
            if (WordPieces.matchInside(word, typed)) {
                matches++;
                var pieces = WordPieces.of(word);
                boolean contained = word.contains(typed) && pieces.containsAll(WordPieces.inner(typed));
                assertThat(contained || !Collections.disjoint(pieces, WordPieces.near(typed)))
                        .as(word + " " + typed)
                        .isTrue();
            }
        }
        assertThat(matches).isGreaterThan(100);
    }

    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> String.valueOf((char) ('a' + random.nextInt(2))))
                .collect(Collectors.joining());
    }
}

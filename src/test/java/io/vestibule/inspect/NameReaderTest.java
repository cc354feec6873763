package io.vestibule.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.cloud.ImageAnalysis.Box;
import io.vestibule.cloud.ImageAnalysis.TextLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameReaderTest {

    private static TextLine line(String text, double height) {
        return new TextLine(text, 95, new Box(0, 0, .5f, (float) height));
    }

    @Test
    void theLargestLineOfTwoWordsComesFirst() {
        assertThat(NameReader.names(List.of(line("Acme Tools", .05), line("Maria da Silva", .1), line("Berlin", .3))))
                .containsExactly("Maria da Silva", "Acme Tools", "Berlin");
    }

    @Test
    void capitalsBecomeTitleCase() {
        assertThat(NameReader.names(List.of(line("JEAN-LUC O'NEIL", .1)))).containsExactly("Jean-Luc O'Neil");
        assertThat(NameReader.names(List.of(line("Ana McRae", .1)))).containsExactly("Ana McRae");
    }

    @Test
    void textThatIsNotANameIsLeftOut() {
        assertThat(NameReader.names(List.of(
                        line("VISITOR", .3),
                        line("Hello my name is", .2),
                        line("ID 4711", .1),
                        line("21.11.2026", .1),
                        line("X", .1),
                        line("maria@example.com", .1))))
                .isEmpty();
    }

    @Test
    void textOfLowConfidenceIsLeftOut() {
        assertThat(NameReader.names(List.of(new TextLine("Maria Silva", 40, new Box(0, 0, 1, 1)))))
                .isEmpty();
    }

    @Test
    void scriptsWithoutCapitalsStayAsTheyAre() {
        assertThat(NameReader.names(List.of(line("山田太郎", .1)))).containsExactly("山田太郎");
    }
}

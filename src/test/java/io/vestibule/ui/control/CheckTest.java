package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    @Test
    void theFirstProblemIsTold() {
        Check<String> both = Check.filled("empty").and(Check.atMost(3, "too long"));

        assertThat(both.problem(" ")).contains("empty");
        assertThat(both.problem("four")).contains("too long");
        assertThat(both.problem("ana")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ana@acme.com, true",
        "a.b+c@mail.acme.co.uk, true",
        "ana, false",
        "ana@acme, false",
        "a b@acme.com, false",
        "ana@acme..com, false",
        "'', true"
    })
    void knowsAnAddressWhenItSeesOne(String text, boolean right) {
        assertThat(Check.email("no").problem(text).isEmpty()).isEqualTo(right);
    }
}

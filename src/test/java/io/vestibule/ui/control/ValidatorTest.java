package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {

    @Test
    void theFirstErrorIsShown() {
        Validator<String> both = Validator.notBlank("empty").and(Validator.maxLength(3, "too long"));

        assertThat(both.validate(" ")).contains("empty");
        assertThat(both.validate("four")).contains("too long");
        assertThat(both.validate("ana")).isEmpty();
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
        assertThat(Validator.email("no").validate(text).isEmpty()).isEqualTo(right);
    }
}

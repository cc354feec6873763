package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTypeTest {

    @ParameterizedTest
    @CsvSource({
        "desk@example.com, EMAIL, desk@example.com",
        "' o.b+alert@mail.example.co.uk ', EMAIL, o.b+alert@mail.example.co.uk",
        "+14165550100, PHONE, +14165550100",
        "+1 (416) 555-0100, PHONE, +14165550100",
        "0049 30 901820, PHONE, +4930901820",
        "app:console-7, APP, console-7",
        "APP: 42, APP, 42"
    })
    void parsesValidAddresses(String typed, AddressType kind, String sent) {
        assertThat(AddressType.guess(typed)).isEqualTo(kind);
        assertThat(kind.parse(typed)).contains(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk",
                "desk at example",
                "desk@",
                "@example.com",
                "a@b",
                "a..b@example.com",
                "a@-example.com",
                "desk@example.com, x@example.com",
                "416 555 0100",
                "+0123456789",
                "+1",
                "+1234567890123456",
                "app:"
            })
    void rejectsInvalidAddresses(String typed) {
        assertThat(AddressType.guess(typed).parse(typed)).isEmpty();
    }
}

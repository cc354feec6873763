package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.ContactFormat.Doubt;
import io.vestibule.people.ContactFormat.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Contact data as people paste it.
class ContactFormatTest {

    @ParameterizedTest
    @CsvSource({
        "+44 (0)20 7946 0958, +442079460958, +44 20 7946 0958",
        "+44(0) 20-7946-0958, +442079460958, +44 20 7946 0958",
        "tel:+44-20-7946-0958, +442079460958, +44 20 7946 0958",
        "0044 20 7946 0958, +442079460958, +44 20 7946 0958",
        "'+49\u00A0171\u00A01234567', +491711234567, +49 171 1234567",
        "'\u202A+49 171 1234567\u202C', +491711234567, +49 171 1234567",
        "+49 171–1234567, +491711234567, +49 171 1234567",
        "+1 (416) 555-0100, +14165550100, +1 416-555-0100"
    })
    void aNumberWithItsCountryIsCertain(String typed, String e164, String shown) {
        assertThat(ContactFormat.phone(typed, "DE")).isEqualTo(new Phone.Certain(e164, shown));
        assertThat(ContactFormat.phone(typed, "")).isEqualTo(new Phone.Certain(e164, shown));
    }

    @Test
    void aNumberWithoutItsCountryOrThatNobodyHasIsDoubtful() {
        assertThat(ContactFormat.phone("0171 1234567", "DE"))
                .isEqualTo(new Phone.Doubtful(Doubt.COUNTRY, "+491711234567", "+49 171 1234567"));
        assertThat(ContactFormat.phone("+44 20 0000 0000 0", "GB")).isInstanceOf(Phone.Invalid.class);
        assertThat(ContactFormat.phone("+44 1020 794609", ""))
                .isInstanceOfSatisfying(
                        Phone.Doubtful.class,
                        number -> assertThat(number.doubt()).isEqualTo(Doubt.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0171 1234567", "+1", "+1234567890123456", "call me", "desk@example.com", "+0123456789"})
    void whatIsNoNumberWithoutACountryIsInvalid(String typed) {
        assertThat(ContactFormat.phone(typed, "")).isEqualTo(new Phone.Invalid());
    }

    @ParameterizedTest
    @CsvSource({
        "' Desk@Example.COM ', Desk@example.com",
        "mailto:desk@example.com, desk@example.com",
        "Ana Müller <ana@example.com>, ana@example.com",
        "'ana@example.com\u200B', ana@example.com",
        "jörg@müller.example, jörg@müller.example",
        "用户@例子.广告, 用户@例子.广告",
        "o.b+alert@mail.example.co.uk, o.b+alert@mail.example.co.uk"
    })
    void anAddressIsBroughtToItsUsualForm(String typed, String address) {
        assertThat(ContactFormat.email(typed)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "desk",
                "desk@",
                "@example.com",
                "a@b",
                "a..b@example.com",
                ".a@example.com",
                "a@-example.com",
                "a@example..com",
                "a b@example.com",
                "desk@example.com, x@example.com",
                "a@b@example.com"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(ContactFormat.email(typed)).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsKeptAsItWasTyped() {
        assertThat(ContactFormat.clean(new Contact(" a@b ", "house\u00A04711", " Host ")))
                .isEqualTo(new Contact("a@b", "house 4711", "Host"));
    }
}

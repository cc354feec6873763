package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names as they are searched.
class NameTokensTest {

    @ParameterizedTest
    @CsvSource({
        "Ana Müller, ana muller",
        "'  ana   MÜLLER ', ana muller",
        "Weiß, weiss",
        "WEIẞ, weiss",
        "Bob O'Neil-Smith, bob o neil smith",
        "İpek Işık, ipek isik",
        "YILDIZ, yildiz",
        "Yıldız, yildiz",
        "Łukasz Żółć, lukasz zolc",
        "Đặng Ħal, dang hal",
        "Søren Kjær, soren kjaer",
        "Þór Guðrún, thor gudrun",
        "Ŋaŋ Œuvre, nan oeuvre",
        "Əliyev, eliyev",
        "Zoë (2), zoe 2",
        "ﬁnn, finn",
        "Ａｎａ, ana",
        "Νίκος, νικοσ",
        "ΝΊΚΟΣ, νικοσ",
        "ΚΩΣ, κωσ",
        "山田 太郎, 山田 太郎",
        "100%_\\, 100"
    })
    void aNameIsKeptWithoutAccentsCaseAndSigns(String name, String key) {
        assertThat(NameTokens.fold(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Müller, ana muller mueller",
        "Mueller, mueller muller",
        "Muller, muller",
        "Søren Å, soren a soeren aa",
        "Aase, aase ase",
        "Bob O'Neil-Smith, bob o neil smith oneilsmith",
        "O’Brien, o brien obrien",
        "Joe, joe",
        "Đorđe, dorde djordje",
    })
    void aNameIsKeptInItsOtherSpellings(String name, String key) {
        assertThat(NameTokens.normalize(name)).isEqualTo(key);
    }

    @Test
    void whatHasNeitherLettersNorDigitsHasNoWords() {
        assertThat(NameTokens.normalize(" -- ★ ")).isEmpty();
        assertThat(NameTokens.tokenize(" -- ★ ")).isEmpty();
        assertThat(NameTokens.tokenize("")).isEmpty();
    }

    @Test
    void aKeyEndsAfterFourHundredCharacters() {
        assertThat(NameTokens.normalize("a".repeat(400))).hasSize(400);
        assertThat(NameTokens.normalize("a".repeat(401))).hasSize(400);
    }

    @Test
    void aWordEndsAfterTwoHundredCharacters() {
        assertThat(NameTokens.tokenize("b".repeat(201))).containsExactly("b".repeat(200));
    }

    @Test
    void aWordTypedTwiceIsLookedForOnce() {
        assertThat(NameTokens.tokenize("Ana ANA bo")).containsExactly("ana", "bo");
    }

    @Test
    void eachWordOfANameLeadsOnceAndTheFirstComesFirst() {
        assertThat(NameTokens.rotations("ana maria silva"))
                .containsExactly("ana maria silva", "maria silva ana", "silva ana maria");
        assertThat(NameTokens.rotations("ana ana")).containsExactly("ana ana");
        assertThat(NameTokens.rotations("ana")).containsExactly("ana");
        assertThat(NameTokens.rotations("")).containsExactly("");
    }

    @Test
    void aNameIsListedUnderTheFirstOfItsWordsThatFit() {
        assertThat(NameTokens.hasEarlierRotation("andrew ana", "an")).isTrue();
        assertThat(NameTokens.hasEarlierRotation("ana andrew", "an")).isFalse();
        assertThat(NameTokens.hasEarlierRotation("andrew ana", "andr")).isFalse();
        assertThat(NameTokens.hasEarlierRotation("bob ana", "bob")).isFalse();
    }
}

package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.rules.RuleRecord;
import io.vestibule.vms.Recipients;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is told, by typing.
class RuleRecipientsCardTest extends RulesUi {

    private static final String FIELD = "E-mail or phone";

    private RuleRecord rule;

    @BeforeEach
    void showCard() {
        rule = at.rules.flow().create();
        open(rule);
        RuleRecipientsCard card = onFx(() -> new RuleRecipientsCard(model));
        show(700, 300, () -> card);
        doOnFx(() -> {
            model.draft.subscribe(now -> now.ifPresent(draft -> card.show(draft, model.mayEdit())));
        });
    }

    @Test
    void nobodyIsToldAtFirst() {
        assertThat(tokens()).isEmpty();
        assertThat(texts()).contains("desk@example.com, +1 416 555 0100, or app:ID");
    }

    @Test
    void theFieldStaysWhereItIsWhileTheListGrows() {
        double before = top(FIELD);
        paste(IntStream.range(0, 60).mapToObj(i -> "desk" + i + "@example.com").collect(Collectors.joining("\n")));
        tap(KeyCode.ENTER);
        assertThat(tokens()).hasSize(60);
        assertThat(top(FIELD)).isEqualTo(before);
        assertThat(before).isBetween(0.0, 300.0);
    }

    @Test
    void whatIsTypedGoesToItsKindByEnter() {
        for (String typed : List.of("desk@example.com", "+1 416 555 0100", "app:console-7")) {
            type(FIELD, typed);
            tap(KeyCode.ENTER);
        }

        assertThat(kept())
                .isEqualTo(new Recipients(List.of("console-7"), List.of("desk@example.com"), List.of("+14165550100")));
        assertThat(tokens()).containsExactly("desk@example.com", "+14165550100", "console-7");
        assertThat(field(FIELD).getText()).isEmpty();
        assertThat(field(FIELD).isFocused()).isTrue();
    }

    @Test
    void whatIsTypedIsAddedByTheButtonToo() {
        type(FIELD, "desk@example.com");

        clickOn(button("Add"));

        assertThat(kept().email()).containsExactly("desk@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "desk at example, This is not an e-mail address.",
        "416 555 0100, A phone number starts with + and the country code.",
        "app:, This is not a valid app ID."
    })
    void whatCannotBeRightIsNotAddedAndStaysToBeMended(String typed, String words) {
        type(FIELD, typed);
        tap(KeyCode.ENTER);

        assertThat(texts()).contains(words);
        assertThat(field(FIELD).getText()).isEqualTo(typed);
        assertThat(kept()).isEqualTo(Recipients.NOBODY);
    }

    @Test
    void theComplaintGoesAsSoonAsItIsMended() {
        type(FIELD, "desk");
        tap(KeyCode.ENTER);
        assertThat(texts()).contains("This is not an e-mail address.");

        write("@", 0);

        assertThat(texts()).doesNotContain("This is not an e-mail address.");
    }

    @Test
    void aDoubtfulNumberIsAskedAboutAndTakenByASecondEnter() {
        var country = System.getProperty("user.country");
        System.setProperty("user.country", "DE");
        try {
            type(FIELD, "0171 1234567");
            tap(KeyCode.ENTER);
            assertThat(kept()).isEqualTo(Recipients.NOBODY);
            assertThat(field(FIELD).getText()).isEqualTo("+49 171 1234567");
            assertThat(texts()).contains("Is this the number? Press Enter to use it, or correct it.");

            tap(KeyCode.ENTER);
            assertThat(kept().sms()).containsExactly("+491711234567");
        } finally {
            if (country == null) {
                System.clearProperty("user.country");
            } else {
                System.setProperty("user.country", country);
            }
        }
    }

    @Test
    void aPastedNumberIsStoredAsItsInternationalForm() {
        type(FIELD, "+44 (0)20 7946 0958");
        tap(KeyCode.ENTER);

        assertThat(kept().sms()).containsExactly("+442079460958");
    }

    @Test
    void nothingTypedIsNothingAdded() {
        type(FIELD, "  ");
        tap(KeyCode.ENTER);

        assertThat(kept()).isEqualTo(Recipients.NOBODY);
        assertThat(texts()).doesNotContain("This is not an e-mail address.");
    }

    @Test
    void anAddressIsThereOnceHoweverOftenAndInWhicheverSpellingItIsTyped() {
        for (String typed : List.of("+1 (416) 555-0100", "+4930901820", "0014165550100")) {
            type(FIELD, typed);
            tap(KeyCode.ENTER);
        }

        assertThat(kept().sms()).containsExactly("+4930901820", "+14165550100");
    }

    @Test
    void whatIsPastedWithSpacesAndLineEndsIsRead() {
        paste("  desk@example.com\n");
        tap(KeyCode.ENTER);

        assertThat(kept().email()).containsExactly("desk@example.com");
    }

    @Test
    void aListThatIsPastedIsAddedAddressByAddress() {
        paste("desk@example.com, door@example.com;+4930901820\nAda Lovelace <ada@example.com>\r\n");
        tap(KeyCode.ENTER);

        assertThat(kept().email()).containsExactly("desk@example.com", "door@example.com", "ada@example.com");
        assertThat(kept().sms()).containsExactly("+4930901820");
        assertThat(field(FIELD).getText()).isEmpty();
    }

    @Test
    void whatIsNoAddressInAListIsNamedAndStaysAndTheOthersAreAdded() {
        paste("desk@example.com\nno address\n12\ndoor@example.com");
        tap(KeyCode.ENTER);

        assertThat(kept().email()).containsExactly("desk@example.com", "door@example.com");
        assertThat(field(FIELD).getText()).isEqualTo("no address, 12");
        assertThat(texts()).contains("Not added, 2 of 4: no address, 12");
    }

    @Test
    void anAddressIsTakenAwayByItsCrossAndTheOthersStay() {
        for (String typed : List.of("one@example.com", "two@example.com", "+4930901820")) {
            type(FIELD, typed);
            tap(KeyCode.ENTER);
        }

        fire("Remove one@example.com");

        assertThat(kept()).isEqualTo(new Recipients(List.of(), List.of("two@example.com"), List.of("+4930901820")));
        assertThat(tokens()).containsExactly("two@example.com", "+4930901820");
    }

    @Test
    void whenTheCrossThatHasTheFocusGoesTheFocusGoesToTheNext() {
        for (String typed : List.of("one@example.com", "two@example.com")) {
            type(FIELD, typed);
            tap(KeyCode.ENTER);
        }
        doOnFx(() -> button("Remove two@example.com").requestFocus());

        tap(KeyCode.SPACE);

        assertThat(kept().email()).containsExactly("one@example.com");
        assertThat(focused().getAccessibleText()).isEqualTo("Remove one@example.com");
    }

    @Test
    void whoMayNotEditReadsTheAddressesAndHasNoFieldAndNoCrosses() {
        type(FIELD, "desk@example.com");
        tap(KeyCode.ENTER);
        at.signIn(Role.RECEPTION);

        RuleRecipientsCard card = onFx(() -> new RuleRecipientsCard(model));
        show(700, 300, () -> card);
        doOnFx(() -> card.show(model.draft.get().orElseThrow(), model.mayEdit()));

        assertThat(texts()).contains("desk@example.com");
        assertThat(hasButton("Remove desk@example.com")).isFalse();
        assertThat(hasButton("Add")).isFalse();
        assertThat(isSeen(field(FIELD))).isFalse();
    }

    private void paste(String text) {
        doOnFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            field(FIELD).requestFocus();
            field(FIELD).paste();
        });
    }

    private Recipients kept() {
        return stored(rule).draft().recipients();
    }

    private List<String> tokens() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".token").stream()
                .map(token -> ((Label) token.lookup(".label")).getText())
                .toList());
    }
}

package io.vestibule.people.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.ui.CardScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Somebody comes again: what they are shown, and each answer they may give.
class RenewCardTest extends CardScreen {

    private final List<Optional<LegalBasis.Method>> renewed = new ArrayList<>();
    private final AtomicInteger withdrawn = new AtomicInteger();

    private void open() {
        var detail = detail(ana);
        RenewCard card = shown(() -> new RenewCard(
                detail,
                new RenewCard.Question(
                        new ConsentWording("2", "en", "May we keep you?", false),
                        true,
                        Optional.of("Mara Quist"),
                        "1 April"),
                words,
                pictures,
                renewed::add,
                withdrawn::incrementAndGet));
        doOnFx(() -> card.first().requestFocus());
    }

    @Test
    void theConsentTextAndTheEndAreShown() {
        open();
        assertThat(texts()).contains("May we keep you?", "To be deleted: 1 April");
    }

    @Test
    void noAnswerIsChosenBeforehandAndWithoutOneNothingIsRenewed() {
        open();
        assertThat(chips()).extracting(ToggleButton::getText).contains("Consent on screen", "No photos");
        assertThat(chips()).noneMatch(ToggleButton::isSelected);
        assertThat(button("Renew").isDisabled()).isTrue();
        push(KeyCode.RIGHT);
        push(KeyCode.RIGHT);
        assertThat(chips()).noneMatch(ToggleButton::isSelected);
        assertThat(renewed).isEmpty();
    }

    @Test
    void anAnswerIsChosenByKeyThenRenewed() {
        open();
        push(KeyCode.RIGHT);
        push(KeyCode.SPACE);
        push(KeyCode.TAB);
        push(KeyCode.SPACE);
        assertThat(renewed).containsExactly(Optional.of(LegalBasis.Method.SIGNED_PAPER));
    }

    @Test
    void aPersonWithoutPhotosWhoRefusesIsRenewedWithoutThem() {
        open();
        clickOn("No photos");
        clickOn("Renew");
        assertThat(renewed).containsExactly(Optional.empty());
        assertThat(withdrawn).hasValue(0);
    }

    @Test
    void aPersonWithPhotosWhoRefusesHasWithdrawnConsent() {
        photos(ana, 1);
        open();
        clickOn("No photos");
        assertThat(texts()).anyMatch(text -> text.startsWith("The person has withdrawn consent"));
        clickOn("Consent withdrawn");
        assertThat(withdrawn).hasValue(1);
        assertThat(renewed).isEmpty();
    }

    @Test
    void somebodyWhoAgreedToAnEarlierTextIsToldThatItHasChanged() {
        open();
        assertThat(texts())
                .contains(
                        "The text has changed since this person agreed. Show them the new one.",
                        "Their parent or guardian answers: Mara Quist.");
    }

    private List<ToggleButton> chips() {
        return List.copyOf(lookup(".chip").queryAllAs(ToggleButton.class));
    }

    private Button button(String text) {
        return lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }
}

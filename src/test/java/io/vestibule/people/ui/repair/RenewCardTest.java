package io.vestibule.people.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.LegalBasis;
import io.vestibule.people.ui.CardScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody comes again: what they are shown, and each way of agreeing.
class RenewCardTest extends CardScreen {

    private final List<LegalBasis.Method> agreed = new ArrayList<>();

    @BeforeEach
    void open() {
        var detail = detail(ana);
        RenewCard card =
                shown(() -> new RenewCard(detail, "May we keep you?", "1 April", words, pictures, agreed::add));
        doOnFx(() -> card.first().requestFocus());
    }

    @Test
    void theConsentTextAndTheEndAreShown() {
        assertThat(texts()).contains("May we keep you?", "To be deleted: 1 April");
    }

    @Test
    void enterAgreesOnScreen() {
        assertThat(((Button) focused()).getText()).isEqualTo("Consent on screen");
        push(KeyCode.ENTER);
        assertThat(agreed).containsExactly(LegalBasis.Method.ON_SCREEN);
    }

    @Test
    void paperAndWordAreWaysOfTheirOwn() {
        clickOn("Consent on paper");
        clickOn("Verbal consent");
        assertThat(agreed).containsExactly(LegalBasis.Method.SIGNED_PAPER, LegalBasis.Method.SPOKEN);
    }
}

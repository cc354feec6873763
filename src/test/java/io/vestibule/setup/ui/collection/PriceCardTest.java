package io.vestibule.setup.ui.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the collection costs, as it is written.
class PriceCardTest extends CollectionScreen {

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private PriceCard card;

    @BeforeEach
    void open() {
        show(700, 600, () -> {
            card = new PriceCard(model, strings);
            return new StackPane(card);
        });
    }

    private void start() {
        doOnFx(model::start);
        until(() -> model.facts().get().isPresent());
    }

    private void calls(int count) {
        for (int i = 0; i < count; i++) {
            application
                    .storage()
                    .calls()
                    .add("IndexFaces", application.storage().clock().instant(), false, true);
        }
    }

    @Test
    void nothingCostsNothingAndNobodyIsCharged() {
        start();
        assertThat(row(card, "Face vectors")).isEqualTo("Face vectors: 0, 0.0000");
        assertThat(row(card, "Monthly")).isEqualTo("Monthly: , 0.0000");
        assertThat(texts(card)).anyMatch(text -> text.startsWith("Nothing is charged:"));
    }

    @Test
    void lessThanFourDigitsCanShowIsSaidToBeLess() {
        recordUsers(9);
        start();
        assertThat(row(card, "User vectors (charged like faces, assumed)")).endsWith("9, < 0.0001");
        recordUsers(1);
        doOnFx(model::refresh);
        assertThat(row(card, "User vectors (charged like faces, assumed)")).endsWith("10, 0.0001");
    }

    @Test
    void callsOfThisMonthAreToldWithWhatTheyWouldCost() {
        calls(12);
        application
                .storage()
                .calls()
                .add("IndexFaces", application.storage().clock().instant().minus(Duration.ofDays(40)), false, true);
        start();
        var row = row(card, "Plus calls so far");
        assertThat(row).contains("12 in ").endsWith(", 0.0120");
    }
}

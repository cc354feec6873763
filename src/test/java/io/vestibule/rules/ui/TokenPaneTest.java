package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each token removes what it stands for, and is drawn again only if it changed.
class TokenPaneTest extends FxTest {

    private final List<String> removed = new ArrayList<>();
    private TokenPane pane;

    @BeforeEach
    void showPane() {
        pane = onFx(TokenPane::new);
        show(300, 100, () -> pane);
    }

    @Test
    void twoTokensOfTheSameWordsAreNotTakenForEachOther() {
        showToken("first");
        showToken("second");

        doOnFx(() -> cross().fire());

        assertThat(removed).containsExactly("second");
    }

    @Test
    void aTokenThatDidNotChangeIsNotDrawnAgain() {
        showToken("first");
        Button before = cross();

        showToken("first");

        assertThat(cross()).isSameAs(before);
    }

    private void showToken(String key) {
        doOnFx(() -> pane.show(
                List.of(new TokenPane.Token(key, List.of(), "Ana", "Remove Ana", () -> removed.add(key))), true));
    }

    private Button cross() {
        return onFx(() -> (Button) pane.lookup(".token-cross"));
    }
}

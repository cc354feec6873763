package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverlayTest extends FxTest {

    private final List<String> told = new ArrayList<>();
    private final Button behind = onFx(() -> new Button("Behind"));
    private final Button yes = onFx(() -> new Button("Yes"));
    private final Button no = onFx(() -> new Button("No"));
    private final Overlay overlay = onFx(() -> new Overlay(Strings.strict("ui")));

    @BeforeEach
    void showQuestion() {
        show(600, 400, () -> new StackPane(behind, overlay));
        doOnFx(() -> {
            behind.requestFocus();
            overlay.show("Sure?", new HBox(yes, no), no, () -> told.add("closed"));
        });
    }

    @Test
    void focusGoesWhereItIsWantedAndNeverLeavesTheCard() {
        assertThat(focused()).isEqualTo(no);

        type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB);

        assertThat(focused()).isNotEqualTo(behind);
        assertThat(focused()).isNotNull();
    }

    @Test
    void focusThatIsBackInTheCardStaysWhereItWasPut() {
        doOnFx(() -> {
            behind.requestFocus();
            yes.requestFocus();
        });

        assertThat(focused()).isEqualTo(yes);
    }

    @Test
    void escapeClosesAndFocusGoesBackToWhereItWas() {
        type(KeyCode.ESCAPE);

        assertThat(overlay.isOpen()).isFalse();
        assertThat(focused()).isEqualTo(behind);
        assertThat(told).containsExactly("closed");
    }

    @Test
    void aClickBesideTheCardClosesButOneInsideDoesNot() {
        clickOn("Sure?");
        assertThat(overlay.isOpen()).isTrue();

        clickOn(offset(overlay, -280, -180));

        assertThat(overlay.isOpen()).isFalse();
        assertThat(told).containsExactly("closed");
    }
}

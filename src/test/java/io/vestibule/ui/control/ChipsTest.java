package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChipsTest extends FxTest {

    private final Chips<String> kind = onFx(() -> Chips.single(List.of("Visitor", "Employee", "Watch"), word -> word));
    private final Chips<String> sites = onFx(() -> Chips.multiple(List.of("North", "South", "Gate"), word -> word));
    private final Chips<String> days = onFx(() -> Chips.optional(List.of("Week", "Month", "Year"), word -> word));

    @BeforeEach
    void showChips() {
        show(500, 260, () -> {
            kind.selected().add("Visitor");
            return new VBox(12, kind, sites, days);
        });
    }

    @Test
    void ofSingleChoicesExactlyOneStaysOn() {
        clickOn("Employee");
        clickOn("Employee");

        assertThat(kind.selected()).containsExactly("Employee");
    }

    @Test
    void severalCanBeOnAndAClickTakesOneBack() {
        clickOn("North").clickOn("Gate").clickOn("North");

        assertThat(sites.selected()).containsExactly("Gate");
    }

    @Test
    void ofOptionalChoicesANewOneReplacesThePreviousOneAndASecondClickDeselectsIt() {
        clickOn("Month").clickOn("Week");
        assertThat(days.selected()).containsExactly("Week");
        assertThat(onFx(() -> days.lookupAll(".chip").stream()
                        .filter(chip -> ((ToggleButton) chip).isSelected())
                        .count()))
                .isOne();

        clickOn("Week");
        assertThat(days.selected()).isEmpty();
    }

    @Test
    void arrowsMoveTheFocusAndGoRoundAndOnlyAKeyChooses() {
        doOnFx(() -> kind.tabStop().orElseThrow().requestFocus());

        type(KeyCode.LEFT);

        assertThat(((ToggleButton) focused()).getText()).isEqualTo("Watch");
        assertThat(kind.selected()).containsExactly("Visitor");
        assertThat(focused().isFocusVisible()).isTrue();

        type(KeyCode.SPACE);
        assertThat(kind.selected()).containsExactly("Watch");

        type(KeyCode.LEFT).type(KeyCode.ENTER);
        assertThat(kind.selected()).containsExactly("Employee");
    }

    @Test
    void theTabStopIsTheChosenOneAgainWhenTheFocusLeaves() {
        doOnFx(() -> kind.tabStop().orElseThrow().requestFocus());

        type(KeyCode.RIGHT).type(KeyCode.TAB);

        assertThat(onFx(() -> kind.tabStop().orElseThrow().getText())).isEqualTo("Visitor");
    }

    @Test
    void tabPassesAGroupInOneStepAndSpaceSwitches() {
        doOnFx(() -> kind.tabStop().orElseThrow().requestFocus());

        type(KeyCode.TAB).type(KeyCode.RIGHT).type(KeyCode.SPACE);

        assertThat(sites.selected()).containsExactly("South");
        assertThat(kind.selected()).containsExactly("Visitor");
    }

    @Test
    void newChoicesKeepWhatIsStillOffered() {
        doOnFx(() -> {
            sites.selected().setAll("North", "Gate");
            sites.offer(List.of("Gate", "Tower"));
        });

        assertThat(sites.selected()).containsExactly("Gate");
        assertThat(lookup("Tower").tryQuery()).isPresent();
        assertThat(lookup("North").tryQuery()).isEmpty();
    }
}

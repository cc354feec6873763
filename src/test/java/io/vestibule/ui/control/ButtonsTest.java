package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.Command;
import io.vestibule.ui.FxTest;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A button that is busy while its command runs.
class ButtonsTest extends FxTest {

    private final SimpleBooleanProperty ready = new SimpleBooleanProperty(true);
    private final Button test = onFx(() -> Buttons.of(new Command("Test", "", () -> ready.set(false), ready)));
    private final Button next = onFx(() -> new Button("Next"));
    private int pressed;
    private final Stage window = onFx(Stage::new);

    @BeforeEach
    void show() {
        doOnFx(() -> {
            next.setOnAction(_ -> pressed++);
            window.setScene(new Scene(new VBox(new HBox(test), new HBox(next)), 300, 200));
            window.show();
            test.requestFocus();
        });
    }

    @AfterEach
    void hide() {
        doOnFx(window::hide);
    }

    @Test
    void theFocusComesBackAndPressesNothingElseMeanwhile() {
        push(KeyCode.SPACE);
        until(() -> test.isDisabled());
        push(KeyCode.SPACE);
        push(KeyCode.ENTER);
        assertThat(pressed).isZero();
        doOnFx(() -> ready.set(true));
        until(() -> test.isFocused());
    }

    @Test
    void whoMovedOnStaysThere() {
        push(KeyCode.SPACE);
        until(() -> test.isDisabled());
        doOnFx(next::requestFocus);
        doOnFx(() -> ready.set(true));
        assertThat(onFx(next::isFocused)).isTrue();
    }
}

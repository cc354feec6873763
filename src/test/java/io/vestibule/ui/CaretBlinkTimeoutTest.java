package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

class CaretBlinkTimeoutTest extends FxTest {

    /// The calls that turned the field's caret animation on or off.
    private final CopyOnWriteArrayList<Boolean> told = new CopyOnWriteArrayList<>();

    @Test
    void theCaretStopsBlinkingWithoutInputAndResumesAtTheNextKey() {
        var scene = show(300, 200, () -> {
            var field = new TextField();
            field.setSkin(new TextFieldSkin(field) {
                @Override
                public void setCaretAnimating(boolean on) {
                    told.add(on);
                    super.setCaretAnimating(on);
                }
            });
            return new StackPane(field);
        });
        doOnFx(() -> CaretBlinkTimeout.install(scene, Duration.millis(200)));
        doOnFx(() -> scene.getRoot().getChildrenUnmodifiable().getFirst().requestFocus());
        until(() -> !told.isEmpty() && !told.getLast());
        told.clear();
        push(KeyCode.A);
        assertThat(told).first().isEqualTo(true);
        until(() -> !told.getLast());
    }
}

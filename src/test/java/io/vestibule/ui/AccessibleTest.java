package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class AccessibleTest extends FxTest {

    @Test
    void findsControlsThatSayNothing() {
        Scene scene = show(300, 200, () -> new VBox(new Button("Save"), new Button(), new TextField()));

        assertThat(onFx(() -> Accessible.problems(scene))).hasSize(2).allMatch(line -> line.startsWith("no words"));
    }

    @Test
    void aLabelForAFieldIsEnough() {
        Scene scene = show(300, 200, () -> {
            TextField field = new TextField();
            Label label = new Label("Name");
            label.setLabelFor(field);
            return new VBox(label, field);
        });

        assertThat(onFx(() -> Accessible.problems(scene))).isEmpty();
    }
}

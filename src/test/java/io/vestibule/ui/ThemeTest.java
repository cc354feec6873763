package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class ThemeTest extends FxTest {

    @Test
    void changesTheWindowAtOnce() {
        Scene scene = show(300, 200, () -> new StackPane(new Label("Ana")));
        Theme theme = onFx(() -> new Theme(Theme.Choice.LIGHT));
        Color light = background(scene);

        doOnFx(() -> theme.choiceProperty().set(Theme.Choice.DARK));

        assertThat(light.getBrightness()).isGreaterThan(0.9);
        assertThat(background(scene).getBrightness()).isLessThan(0.2);
        assertThat(onFx(theme::isDark)).isTrue();
    }

    @Test
    void writesInTheFontItBrings() {
        Scene scene = show(300, 200, () -> {
            Label strong = new Label("Ana");
            strong.getStyleClass().add("strong");
            return new StackPane(new Label("Ana"), strong);
        });

        assertThat(onFx(() -> scene.getRoot().getChildrenUnmodifiable().stream()
                        .map(label -> ((Label) label).getFont())
                        .map(Font::getName)
                        .toList()))
                .containsExactly("Inter Regular", "Inter Semi Bold");
    }

    private static Color background(Scene scene) {
        return onFx(() -> Snapshot.of(scene).getPixelReader().getColor(5, 5));
    }
}

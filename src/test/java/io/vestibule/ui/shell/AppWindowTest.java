package io.vestibule.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppWindowTest extends FxTest {

    private final List<WindowBounds> remembered = new ArrayList<>();
    private final List<Stage> opened = new ArrayList<>();

    /// A window that stays open, also after a failure, would take the key events of every later test.
    @AfterEach
    void close() {
        doOnFx(() -> opened.forEach(Stage::close));
    }

    @Test
    void comesBackWhereItWas() {
        WindowBounds place = new WindowBounds(0, 100, 1000, 750, false);
        Stage stage = open(place);

        assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
                .containsExactly(0.0, 100.0, 1000.0, 750.0);
        doOnFx(stage::close);

        assertThat(remembered).containsExactly(place);
    }

    @Test
    void neverComesBackBesideTheScreen() {
        Stage stage = open(new WindowBounds(-9000, -9000, 1000, 700, false));

        assertThat(onFx(stage::getX)).isGreaterThan(-1000);
    }

    @Test
    void neverOpensSmallerThanItsScreensNeed() {
        Stage stage = open(new WindowBounds(0, 0, 300, 200, false));

        assertThat(onFx(stage::getWidth)).isEqualTo(1000);
        assertThat(onFx(stage::getHeight)).isEqualTo(700);
    }

    @Test
    void hasAnIconForEverySize() {
        Stage stage = open(new WindowBounds(0, 0, 1000, 700, false));

        assertThat(onFx(() -> stage.getIcons().stream()
                        .map(image -> (int) image.getWidth())
                        .toList()))
                .containsExactly(16, 24, 32, 48, 64, 128, 256);
    }

    private Stage open(WindowBounds place) {
        return onFx(() -> {
            Stage stage = new Stage();
            opened.add(stage);
            var window = new AppWindow(
                    stage, "Vestibule", new StackPane(), new Theme(Theme.Choice.LIGHT), place, remembered::add);
            window.show();
            window.showIcons();
            return stage;
        });
    }
}

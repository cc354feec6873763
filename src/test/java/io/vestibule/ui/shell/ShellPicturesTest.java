package io.vestibule.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.Banner;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of the whole window at both supported sizes, in both themes, for visual review.
class ShellPicturesTest extends FxTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1000, 700", "DARK, 1000, 700", "LIGHT, 1600, 1000", "DARK, 1600, 1000"})
    void drawsTheWindow(Theme.Choice look, int width, int height) throws Exception {
        Path file = picture("ui-" + look + "-" + width, width, height, look, ShellPicturesTest::window);

        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void drawsTheKeyboardMap(Theme.Choice look) throws Exception {
        Path file = picture("ui-keys-" + look, 1280, 800, look, () -> {
            ShellFixture fixture = new ShellFixture();
            fixture.shell.open("enrol");
            fixture.shell.showShortcuts();
            return fixture.shell.root();
        });

        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    private static Parent window() {
        ShellFixture fixture = new ShellFixture();
        fixture.shell.open("people");
        fixture.banners.show(Banner.undoable("Ana Sousa was removed.", () -> {}));
        fixture.busy();
        return fixture.shell.root();
    }
}

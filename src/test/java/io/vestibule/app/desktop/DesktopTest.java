package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.settings.DataFolder;
import io.vestibule.settings.Settings;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.WindowBounds;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window from opening to closing.
class DesktopTest extends FxTest {

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void furnish() {
        data = folder.resolve("data");
        try (var application = TestApplication.furnished(data)) {
            application.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
            application.storage().settings().set(AppKeys.THEME, Theme.Choice.DARK);
        }
    }

    @Test
    void comesUpAsItWasLeft() throws Exception {
        var stage = onFx(Stage::new);
        var applicationLauncher = new ApplicationLauncher();
        var desktop = open(applicationLauncher, stage);
        assertThat(onFx(() -> desktop.screenContext().theme().choiceProperty().get()))
                .isEqualTo(Theme.Choice.DARK);
        assertThat(onFx(stage::getWidth)).isEqualTo(1000);
        assertThat(onFx(() -> desktop.scene().getRoot().lookupAll(".rail-item").stream()
                        .map(ToggleButton.class::cast)
                        .filter(item -> item.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                        .count()))
                .isEqualTo(1);
        doOnFx(() -> {
            stage.setX(30);
            stage.setY(20);
        });
        until(() -> stage.getX() == 30 && stage.getY() == 20);
        doOnFx(stage::hide);
        applicationLauncher.close();
        try (var left = DataFolder.open(data)) {
            assertThat(WindowBounds.of(Settings.open(left).get(AppKeys.WINDOW)))
                    .contains(new WindowBounds(30, 20, 1000, 700, false));
        }
    }

    @Test
    void aSecondWindowOnTheSameDataSaysSo() throws Exception {
        var first = onFx(Stage::new);
        var applicationLauncher = new ApplicationLauncher();
        open(applicationLauncher, first);
        var second = onFx(Stage::new);
        var told = new CompletableFuture<String>();
        var again = new ApplicationLauncher();
        doOnFx(() -> again.start(second, data, _ -> {}, problem -> told.complete(problem.code())));
        assertThat(told.get(30, TimeUnit.SECONDS)).isEqualTo("settings.data-in-use");
        assertThat(onFx(() -> second.getScene().getRoot().lookupAll(".label").stream()
                        .map(Label.class::cast)
                        .map(Label::getText)
                        .toList()))
                .anyMatch(text -> text != null && text.contains("already running"));
        doOnFx(() -> {
            first.hide();
            second.hide();
        });
        again.close();
        applicationLauncher.close();
    }

    @Test
    void aPlaceThatCannotBeReadIsNoPlace() {
        assertThat(WindowBounds.of("here and there")).isEmpty();
        assertThat(WindowBounds.of("0 0 -5 700 false")).isEmpty();
        assertThat(WindowBounds.of(WindowBounds.DEFAULT.text())).contains(WindowBounds.DEFAULT);
    }

    private Desktop open(ApplicationLauncher applicationLauncher, Stage stage) throws Exception {
        var opened = new CompletableFuture<Desktop>();
        doOnFx(() -> applicationLauncher.start(
                stage,
                data,
                opened::complete,
                problem -> opened.completeExceptionally(new AssertionError(problem.code()))));
        return opened.get(60, TimeUnit.SECONDS);
    }
}

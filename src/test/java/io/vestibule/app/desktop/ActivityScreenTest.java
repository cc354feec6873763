package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.window.Shell;
import io.vestibule.app.window.StatusBar;
import io.vestibule.app.wiring.House;
import io.vestibule.app.wiring.TestHouse;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Decision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.Standing.State;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screens Activity and Collection in the real window, over a real house whose users take their time to be ACTIVE.
class ActivityScreenTest extends FxTest {

    @TempDir
    Path folder;

    private House house;
    private Furniture furniture;
    private Shell shell;

    @BeforeEach
    void open() {
        house = TestHouse.furnished(
                folder.resolve("data"),
                Clock.systemUTC(),
                EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(40)));
        furniture = onFx(() -> Furniture.of(this::stage, Theme.Choice.LIGHT));
        shell = onFx(() -> {
            var made = new DeskScreens(house, furniture);
            var bar = new StatusBar(
                    furniture.strings(),
                    made.mode(),
                    furniture.work().running(),
                    made.operatorName(),
                    made.operatorMenu());
            var shown = new Shell(furniture.strings(), made.screens(), furniture.banners(), furniture.overlay(), bar);
            made.goTo(shown::open);
            return shown;
        });
    }

    @AfterEach
    void close() {
        doOnFx(() -> shell.open("settings"));
        until(() -> furniture.work().running().isEmpty());
        house.close();
    }

    private PersonId enrol(String name, int sample) {
        return house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, name), TestHouse.photos(house, sample), new Decision.Unknown())
                .person();
    }

    @Test
    void picturesForTheEye() throws Exception {
        enrol("Ana Silva", 0);
        var gone = enrol("Chloe Martin", 2);
        TestHouse.await(house, gone, State.UPDATING);
        breakBucket();
        enrol("Ben Okafor", 1);
        TestHouse.await(house, () -> house.cellar().journal().counts().parked() == 1);
        house.enrol().remove().remove(gone);
        doOnFx(() -> shell.open("activity"));
        until(() -> shows("Ana Silva") && shows("Ben Okafor") && shows("Chloe Martin"));
        select("Ben Okafor");
        for (var look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            assertThat(picture("activity-1600-" + look, 1600, 1000, look, () -> new StackPane(shell.root())))
                    .exists();
            assertThat(picture("activity-1000-" + look, 1000, 700, look, () -> new StackPane(shell.root())))
                    .exists();
        }
    }

    private void breakBucket() throws Exception {
        var photos = folder.resolve("data").resolve("photos");
        if (Files.exists(photos)) {
            Files.move(photos, folder.resolve("data").resolve("photos-away"));
        }
        Files.writeString(photos, "a file where the folder should be");
    }

    @SuppressWarnings("unchecked")
    private ListView<Object> list() {
        return (ListView<Object>) shell.root().lookup(".activity-list");
    }

    private void select(String name) {
        doOnFx(() -> {
            for (int i = 0; i < list().getItems().size(); i++) {
                if (list().getItems().get(i).toString().contains(name)) {
                    list().getSelectionModel().clearAndSelect(i);
                }
            }
        });
    }

    private boolean shows(String text) {
        return list() != null && list().getItems().toString().contains(text);
    }
}

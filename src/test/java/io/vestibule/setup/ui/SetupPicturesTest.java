package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.ui.company.FirstRunModel;
import io.vestibule.setup.ui.company.FirstRunView;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws the screens of this package at the smallest and at a large size.
class SetupPicturesTest extends FxTest {

    @TempDir
    private Path folder;

    private SetupFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void firstRun() throws Exception {
        FirstRunModel model = onFx(() ->
                new FirstRunModel(fixture.flow, fixture.strings, fixture.taskRunner, "Sam Miller", () -> {}, () -> {}));
        draw("first-run", 0, _ -> new FirstRunView(model, fixture.strings).node());
    }

    @Test
    void settings() throws Exception {
        fixture.flow.createFirst(
                new CompanyFlow.NewCompany(
                        "Acme Ltd", Optional.of(new CompanyId("acme")), List.of("Main entrance", "Warehouse")),
                "Anna Smith");
        fixture.companies.setCollection(new CompanyId("acme"), "Acme_Ltd_acme");
        fixture.flow.add(new CompanyFlow.NewCompany("Beta", Optional.empty(), List.of("Lobby")));
        fixture.operators.add("Ben Jones", Role.RECEPTION);
        draw("settings", 24, look -> {
            SettingsView view = new SettingsView(fixture.model(look), List.of());
            view.shown();
            return view.node();
        });
    }

    private static void draw(String name, double margin, Function<Theme.Choice, Node> screen) throws Exception {
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            for (int[] size : List.of(new int[] {1000, 700}, new int[] {1600, 1000}, new int[] {1000, 2200})) {
                Path file = picture(
                        "setup/" + name + "-" + size[0] + "x" + size[1] + "-" + look, size[0], size[1], look, () -> {
                            StackPane root = new StackPane(screen.apply(look));
                            root.setPadding(new Insets(0, margin, 0, margin));
                            return root;
                        });
                assertThat(file).isNotEmptyFile();
            }
        }
    }
}

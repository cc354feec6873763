package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The categories of the Settings screen, and its search.
class SettingsCategoriesTest extends FxTest {

    @TempDir
    private Path folder;

    private SetupFixture fixture;
    private Stage window;
    private SettingsView view;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
        fixture.flow.createFirst(
                new CompanyFlow.NewCompany("Acme", Optional.of(new CompanyId("acme")), List.of("Main entrance")),
                "Anna");
        view = onFx(() -> new SettingsView(fixture.model(Theme.Choice.LIGHT), List.of()));
        window = onFx(Stage::new);
        doOnFx(() -> {
            window.setScene(new Scene(new VBox(view.search().orElseThrow(), view.node()), 1000, 700));
            window.show();
            view.shown();
        });
    }

    @AfterEach
    void close() {
        doOnFx(window::hide);
        fixture.close();
    }

    private List<String> titles() {
        return onFx(() -> lookup(".card-title").queryAllAs(Label.class).stream()
                .filter(label -> {
                    Optional<javafx.scene.Node> card = Optional.of(label);
                    while (card.isPresent() && !(card.get() instanceof SettingsCard)) {
                        card = Optional.ofNullable(card.get().getParent());
                    }
                    return card.filter(javafx.scene.Node::isVisible).isPresent();
                })
                .map(Label::getText)
                .toList());
    }

    private void search(String words) {
        doOnFx(() -> ((TextField) view.search().orElseThrow()).setText(words));
    }

    @Test
    void oneCategoryIsShownAtATime() {
        ListView<SettingsCategory> categories = lookup("#settings-categories").queryListView();
        assertThat(titles()).hasSize(2);
        doOnFx(() -> categories.getSelectionModel().select(SettingsCategory.APPEARANCE));
        assertThat(titles()).hasSize(1);
    }

    @Test
    void theSearchFindsCardsOfEveryCategory() {
        var all = new java.util.ArrayList<String>();
        ListView<SettingsCategory> categories = lookup("#settings-categories").queryListView();
        for (var category : List.copyOf(categories.getItems())) {
            doOnFx(() -> categories.getSelectionModel().select(category));
            all.addAll(titles());
        }
        for (var title : all) {
            search(title.toUpperCase(java.util.Locale.ROOT));
            assertThat(titles()).contains(title);
        }
        search("zzz");
        assertThat(titles()).isEmpty();
        search("");
        assertThat(titles()).isNotEmpty();
    }
}

package io.vestibule.setup.ui;

import io.vestibule.setup.ui.company.CompanyCard;
import io.vestibule.ui.ScreenView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All settings as cards in categories, with a search over the words of all cards.
public final class SettingsView implements ScreenView {

    private static final double CATEGORIES = 190;
    private static final double CARDS = 880;
    private static final double ROW = 36;

    private final SettingsModel model;
    private final CompanyCard company;
    private final List<Placed> cards;
    private final List<Part> more;
    private final ListView<SettingsCategory> categories = new ListView<>();
    private final TextField search = new TextField();
    private final Node none;
    private final ScrollPane scroll;
    private final HBox root;

    /// A card that another package supplies.
    ///
    /// @param model notified when the screen is shown and left
    public record Part(SettingsCard card, SettingsCardModel model, SettingsCategory category) {}

    private record Placed(SettingsCard card, SettingsCategory category) {}

    /// @param more cards after those about the organisation
    public SettingsView(SettingsModel model, List<Part> more) {
        this.model = model;
        this.more = List.copyOf(more);
        this.company = new CompanyCard(model.company());
        this.cards = cards(more);
        this.none = Fields.wrapped(model.strings().text("setup.settings.none-found"), "quiet");
        var column = new VBox(16, none);
        cards.forEach(placed -> column.getChildren().add(placed.card()));
        column.setPadding(new Insets(0, 12, 24, 0));
        column.setMaxWidth(CARDS);
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        setUpCategories();
        search.setId("settings-search");
        search.setPromptText(model.strings().text("setup.settings.search-prompt"));
        search.setAccessibleText(model.strings().text("setup.settings.search-prompt"));
        search.textProperty().addListener((_, _, _) -> arrange());
        root = new HBox(16, categories, scroll);
        open(SettingsCategory.ORGANISATION);
    }

    private List<Placed> cards(List<Part> parts) {
        var placed = new ArrayList<Placed>();
        placed.add(new Placed(company, SettingsCategory.ORGANISATION));
        placed.add(new Placed(new OperatorsCard(model.operators()), SettingsCategory.ORGANISATION));
        parts.forEach(part -> placed.add(new Placed(part.card(), part.category())));
        placed.add(new Placed(new MatchingCard(model.matching()), SettingsCategory.FACES));
        placed.add(new Placed(new AppearanceCard(model.appearance()), SettingsCategory.APPEARANCE));
        placed.add(new Placed(new DataCard(model.data(), model.strings()), SettingsCategory.DATA));
        return List.copyOf(placed);
    }

    private void setUpCategories() {
        for (var category : SettingsCategory.values()) {
            if (cards.stream().anyMatch(placed -> placed.category() == category)) {
                categories.getItems().add(category);
            }
        }
        categories.setId("settings-categories");
        categories.getStyleClass().add("card-list");
        categories.setAccessibleText(model.strings().text("setup.settings.categories"));
        categories.setFixedCellSize(ROW);
        categories.setMinWidth(CATEGORIES);
        categories.setPrefWidth(CATEGORIES);
        categories.setMaxWidth(CATEGORIES);
        double height = ROW * categories.getItems().size() + 16;
        categories.setPrefHeight(height);
        categories.setMaxHeight(height);
        categories.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable SettingsCategory item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : model.strings().constant("setup.settings.category", item));
            }
        });
        categories.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                search.clear();
                arrange();
                scroll.setVvalue(0);
            }
        });
    }

    /// Shows the cards of a category.
    public void open(SettingsCategory category) {
        categories.getSelectionModel().select(category);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Node> search() {
        return Optional.of(search);
    }

    @Override
    public void shown() {
        model.refresh();
        more.forEach(part -> part.model().refresh());
    }

    @Override
    public void hidden() {
        model.clearStatus();
        more.forEach(part -> part.model().clearStatus());
    }

    @Override
    public Node initialFocus() {
        return cards.getFirst().card().isVisible() ? company.first() : categories;
    }

    /// Shows the cards of the chosen category or, while something is typed, those that contain every word of it.
    private void arrange() {
        var words = List.of(search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        boolean searching = !search.getText().isBlank();
        if (searching) {
            categories.getSelectionModel().clearSelection();
        } else if (categories.getSelectionModel().isEmpty()) {
            categories.getSelectionModel().selectFirst();
        }
        var chosen = categories.getSelectionModel().getSelectedItem();
        boolean any = false;
        for (var placed : cards) {
            boolean shown = searching ? contains(placed, words) : placed.category() == chosen;
            placed.card().setVisible(shown);
            placed.card().setManaged(shown);
            any |= shown;
        }
        none.setVisible(!any);
        none.setManaged(!any);
    }

    private boolean contains(Placed placed, List<String> words) {
        var text = new StringBuilder(model.strings().constant("setup.settings.category", placed.category()));
        collect(placed.card(), text);
        var all = text.toString().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    private static void collect(Node node, StringBuilder text) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            text.append(' ').append(labeled.getText());
        }
        if (node instanceof TitledPane pane && pane.getContent() != null) {
            collect(pane.getContent(), text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, text));
        }
    }
}

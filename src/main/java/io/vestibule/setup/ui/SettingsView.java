package io.vestibule.setup.ui;

import io.vestibule.setup.ui.company.CompanyCard;
import io.vestibule.ui.ScreenView;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All settings as cards: one column, or two where there is room for them.
public final class SettingsView implements ScreenView {

    private static final double TWO_COLUMNS = 1100;
    private static final double ONE_COLUMN = 880;
    private static final double MOST = 1400;

    private final SettingsModel model;
    private final CompanyCard company;
    private final List<SettingsCard> people;
    private final List<SettingsCard> rest;
    private final List<Part> more;
    private final VBox left = new VBox(16);
    private final VBox right = new VBox(16);
    private final ScrollPane root;

    /// A card that another package supplies.
    ///
    /// @param model notified when the screen is shown and left
    /// @param secondColumn whether the card is in the second column where there are two
    public record Part(SettingsCard card, SettingsCardModel model, boolean secondColumn) {

        public Part(SettingsCard settingsCard, SettingsCardModel model) {
            this(settingsCard, model, false);
        }

        public Part inSecondColumn() {
            return new Part(card, model, true);
        }
    }

    /// @param more cards that follow those about people
    public SettingsView(SettingsModel model, List<Part> more) {
        this.more = List.copyOf(more);
        this.model = model;
        this.company = new CompanyCard(model.company());
        this.people = Stream.concat(
                        Stream.of(company, new OperatorsCard(model.operators())),
                        more.stream().map(Part::card))
                .toList();
        this.rest = List.of(
                new AppearanceCard(model.appearance()),
                new MatchingCard(model.matching()),
                new DataCard(model.data(), model.strings()));
        HBox columns = new HBox(16, left, right);
        columns.setPadding(new Insets(0, 12, 24, 0));
        columns.setMaxWidth(MOST);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        root = new ScrollPane(columns);
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.widthProperty().map(width -> width.doubleValue() >= TWO_COLUMNS).subscribe(this::arrange);
    }

    @Override
    public Node node() {
        return root;
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
        return company.first();
    }

    private void arrange(boolean wide) {
        left.getChildren().clear();
        right.getChildren().clear();
        List<SettingsCard> second =
                more.stream().filter(Part::secondColumn).map(Part::card).toList();
        left.getChildren()
                .addAll(people.stream()
                        .filter(settingsCard -> !wide || !second.contains(settingsCard))
                        .toList());
        (wide ? right : left).getChildren().addAll(rest);
        if (wide) {
            right.getChildren().addAll(second);
        }
        right.setVisible(wide);
        right.setManaged(wide);
        left.setMaxWidth(wide ? Double.MAX_VALUE : ONE_COLUMN);
        left.setPrefWidth(wide ? MOST / 2 : ONE_COLUMN);
        right.setPrefWidth(MOST / 2);
    }
}

package io.vestibule.bulk.ui;

import io.vestibule.bulk.ImportPlan;
import io.vestibule.bulk.Proposal;
import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.Field;
import io.vestibule.bulk.source.SourceRow;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What each column holds, with the first values of the list beside it, and what holds for all rows.
final class MappingPane {

    private static final int SAMPLES = 3;
    private static final int LONGEST = 40;
    private static final double SIDE = 340;

    private final ImportModel model;
    private final Strings strings;
    private final HBox root = new HBox(16);
    private final List<ComboBox<Optional<Field>>> choices = new ArrayList<>();
    private final Label note = new Label();

    MappingPane(ImportModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
    }

    Node node() {
        return root;
    }

    Node first() {
        return choices.isEmpty() ? root : choices.getFirst();
    }

    void show(Proposal proposal) {
        choices.clear();
        var grid = new GridPane(16, 10);
        grid.setPadding(new Insets(12));
        // The names of the fields are never cut; the values of the list wrap instead.
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(column(20), column(26), fields);
        grid.addRow(
                0,
                head(strings.text("bulk.column")),
                head(strings.text("bulk.samples")),
                head(strings.text("bulk.holds")));
        for (int i = 0; i < proposal.header().size(); i++) {
            var name = new Label(proposal.header().get(i));
            name.setWrapText(true);
            var values = new Label(samples(proposal.samples(), i));
            values.getStyleClass().add("quiet");
            values.setWrapText(true);
            grid.addRow(
                    i + 1,
                    name,
                    values,
                    choice(proposal.header().get(i), proposal.mapping().field(i)));
        }
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-pane");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var options = new OptionsPane(model, strings, proposal);
        var check = Buttons.primary(new Command(
                strings.text("bulk.check"),
                "mdi2c-clipboard-check-outline",
                () -> options.options()
                        .ifPresent(chosen -> mapping()
                                .ifPresent(
                                        columns -> model.check(new ImportPlan(proposal.source(), columns, chosen))))));
        var back = Buttons.of(new Command(strings.text("bulk.other-list"), "", model::startOver));
        note.setText(strings.text("bulk.check-note"));
        note.getStyleClass().setAll("hint");
        note.setWrapText(true);
        var side = new VBox(16, options.node(), note, new HBox(8, check, back));
        var sideScroll = new ScrollPane(side);
        sideScroll.setFitToWidth(true);
        sideScroll.setMinWidth(SIDE);
        sideScroll.setPrefWidth(SIDE);
        root.getChildren().setAll(scroll, sideScroll);
    }

    private static ColumnConstraints column(double percent) {
        var constraints = new ColumnConstraints();
        constraints.setPercentWidth(percent);
        return constraints;
    }

    private static Label head(String words) {
        var label = new Label(words);
        label.getStyleClass().add("field-label");
        return label;
    }

    private static String samples(List<SourceRow> rows, int column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .limit(SAMPLES)
                .map(cell -> cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell)
                .collect(Collectors.joining("  ·  "));
    }

    private ComboBox<Optional<Field>> choice(String header, Optional<Field> proposed) {
        var choice = new ComboBox<Optional<Field>>();
        choice.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<Field>empty()),
                                Arrays.stream(Field.values()).map(Optional::of))
                        .toList());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setAccessibleText(strings.text("bulk.holds-of", header));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Field> field) {
                return field == null || field.isEmpty()
                        ? strings.text("bulk.left-out")
                        : strings.constant("bulk.field", field.get());
            }

            @Override
            public Optional<Field> fromString(String text) {
                return Optional.empty();
            }
        });
        choice.setValue(proposed);
        choices.add(choice);
        return choice;
    }

    /// As chosen; empty if two columns hold the same, of which the second has the focus then.
    private Optional<ColumnMapping> mapping() {
        var columns = new EnumMap<Field, List<Integer>>(Field.class);
        for (int i = 0; i < choices.size(); i++) {
            var field = choices.get(i).getValue();
            if (field.isEmpty()) {
                continue;
            }
            if (columns.containsKey(field.get()) && !field.get().mayRepeat()) {
                note.setText(strings.text("bulk.column-twice", strings.constant("bulk.field", field.get())));
                note.getStyleClass().setAll("field-problem");
                choices.get(i).requestFocus();
                return Optional.empty();
            }
            columns.computeIfAbsent(field.get(), _ -> new ArrayList<>()).add(i);
        }
        return Optional.of(new ColumnMapping(columns));
    }
}

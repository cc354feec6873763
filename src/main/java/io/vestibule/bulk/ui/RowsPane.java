package io.vestibule.bulk.ui;

import io.vestibule.bulk.RowState;
import io.vestibule.bulk.RunState;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FilePicker.FileType;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.DefaultStringConverter;

/// The rows of an import: what was found, what became of each, and what can be done. The table draws only the rows that
/// are in sight.
final class RowsPane {

    private static final double ROW = 36;

    /// Rows whose values a person may still correct.
    private static final Set<RowState> CORRECTABLE = Set.of(RowState.REFUSED, RowState.READY, RowState.FAILED);

    private final ImportModel model;
    private final Strings strings;
    private final FilteredList<RowLine> filtered;
    private final TableView<RowLine> table;
    private final Chips<RowState> states;
    private final TextField search = new TextField();
    private final CheckBox faces;
    private final Label summary = new Label();
    private final Label estimate = new Label();
    private final Button importRows;
    private final Button retry;
    private final Button undo;
    private final VBox root;

    RowsPane(ImportModel model, Strings strings, FilePicker files) {
        this.model = model;
        this.strings = strings;
        filtered = new FilteredList<>(model.lines);
        var sorted = new SortedList<>(filtered);
        table = new TableView<>(sorted);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        states = Chips.optional(List.<RowState>of(), this::stateWords);
        faces = new CheckBox(strings.text("bulk.with-faces"));
        importRows = Buttons.primary(new Command(strings.text("bulk.import"), "mdi2p-play", model::importRows));
        retry = Buttons.of(new Command(strings.text("bulk.retry"), "mdi2r-refresh", model::retryFailed));
        undo = Buttons.of(new Command(strings.text("bulk.undo"), "mdi2u-undo", model::undo));
        buildTable();
        search.setPromptText(strings.text("bulk.search"));
        search.setAccessibleText(strings.text("bulk.search"));
        search.setPrefWidth(220);
        search.setMinWidth(160);
        search.textProperty().subscribe(this::filter);
        states.selected().subscribe(this::filter);
        summary.getStyleClass().add("card-title");
        var middle = new HBox(16, table, new RowPane(model, strings).node());
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var tools = new HBox(12, states, search);
        HBox.setHgrow(states, Priority.ALWAYS);
        estimate.getStyleClass().add("quiet");
        estimate.setWrapText(true);
        root = new VBox(
                12,
                new VBox(2, summary, estimate),
                tools,
                middle,
                new MissingPane(model, strings).node(),
                actions(files));
        showCounts();
        model.counts.subscribe(this::showCounts);
        model.run.subscribe(this::showCounts);
    }

    private void buildTable() {
        table.setFixedCellSize(ROW);
        table.setEditable(true);
        table.setAccessibleText(strings.text("bulk.rows"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(strings.text("bulk.no-rows-shown")));
        table.getColumns()
                .setAll(List.of(
                        column("bulk.report.row", 60, 60, RowLine::place, Object::toString),
                        column("bulk.report.number", 90, 86, RowLine::number, text -> text),
                        nameColumn(),
                        column(
                                "bulk.report.state",
                                150,
                                136,
                                RowLine::state,
                                one -> strings.constant("bulk.state", one)),
                        column("bulk.report.why", 300, 80, RowLine::why, text -> text)));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, line) -> model.select(Optional.ofNullable(line).map(RowLine::id)));
    }

    /// The name is corrected in place: F2, Enter or a double click.
    private TableColumn<RowLine, String> nameColumn() {
        var column = column("bulk.report.name", 140, 80, RowLine::name, text -> text);
        column.setEditable(true);
        column.setCellFactory(_ -> new TextFieldTableCell<>(new DefaultStringConverter()) {
            @Override
            public void updateItem(String name, boolean empty) {
                super.updateItem(name, empty);
                setTooltip(empty || name == null || name.isEmpty() ? null : new Tooltip(name));
            }

            @Override
            public void startEdit() {
                if (getTableRow().getItem() != null
                        && CORRECTABLE.contains(getTableRow().getItem().state())) {
                    super.startEdit();
                }
            }
        });
        column.setOnEditCommit(edit -> model.rename(edit.getRowValue().id(), edit.getNewValue()));
        return column;
    }

    private <T> TableColumn<RowLine, T> column(
            String key, double width, double least, Function<RowLine, T> value, Function<T, String> words) {
        var column = new TableColumn<RowLine, T>(strings.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setCellValueFactory(
                line -> new javafx.beans.property.ReadOnlyObjectWrapper<>(value.apply(line.getValue())));
        column.setCellFactory(_ -> new WordCell<>(words));
        column.setEditable(false);
        return column;
    }

    /// A cell with a text.
    private static final class WordCell<T> extends javafx.scene.control.TableCell<RowLine, T> {

        private final Function<T, String> words;

        WordCell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : words.apply(item));
            setTooltip(getText().isEmpty() ? null : new Tooltip(getText()));
        }
    }

    private FlowPane actions(FilePicker files) {
        var report = Buttons.of(new Command(
                strings.text("bulk.report"),
                "mdi2f-file-document-outline",
                () -> files.saveAs(
                                strings.text("bulk.report"),
                                strings.text("bulk.report-name"),
                                new FileType(strings.text("bulk.reports"), List.of("*.html", "*.csv")))
                        .ifPresent(file -> model.saveReport(file, faces.isSelected()))));
        var again = Buttons.of(new Command(strings.text("bulk.other-list"), "", model::startOver));
        return new FlowPane(8, 8, importRows, retry, report, faces, undo, again);
    }

    private String stateWords(RowState state) {
        return strings.constant("bulk.state", state) + "  "
                + strings.text("bulk.count", model.counts.get().getOrDefault(state, 0));
    }

    private void showCounts() {
        var counts = model.counts.get();
        states.offer(counts.keySet().stream().sorted().toList());
        int ready = counts.getOrDefault(RowState.READY, 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        summary.setText(strings.text("bulk.summary", all, ready));
        show(estimate, ready > 0);
        model.estimate
                .get()
                .ifPresent(cost -> estimate.setText(
                        cost.isFree()
                                ? strings.text("bulk.estimate-free")
                                : strings.text(
                                        "bulk.estimate",
                                        cost.calls(),
                                        cost.dollars(),
                                        Math.max(1, cost.time().toMinutes()))));
        boolean undone =
                model.run.get().filter(run -> run.state() == RunState.UNDONE).isPresent();
        importRows.setText(strings.text("bulk.import-count", ready));
        show(importRows, ready > 0 && !undone);
        show(retry, counts.getOrDefault(RowState.FAILED, 0) > 0 && !undone);
        show(undo, model.canUndo());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void filter() {
        var typed = search.getText().strip();
        var state = states.selected().stream().findFirst();
        filtered.setPredicate(
                line -> state.filter(one -> one != line.state()).isEmpty() && (typed.isEmpty() || line.matches(typed)));
    }

    Node node() {
        return root;
    }

    Node first() {
        return table;
    }
}

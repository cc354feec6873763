package io.vestibule.privacy.ui;

import io.vestibule.privacy.retention.RetentionList;
import io.vestibule.privacy.retention.RetentionReader;
import io.vestibule.privacy.retention.RetentionRow;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The retention lists, actions on the selected people, and the proof of a month.
public final class RetentionPane extends VBox implements PrivacySection {

    private static final double SIDE = 300;
    private static final double ROW = 36;
    private static final int MONTHS = 36;

    private final RetentionListModel model;
    private final Strings strings;
    private final RetentionWords words;
    private final FilePicker files;
    private final TableView<RetentionRow> table;
    private final Label summary = new Label();
    private final Chips<RetentionList> lists;

    public RetentionPane(RetentionListModel model, FilePicker files) {
        super(12);
        this.model = model;
        this.strings = model.strings();
        this.words = new RetentionWords(strings);
        this.files = files;
        this.table = new TableView<>(model.rows);
        this.lists = Chips.single(List.of(RetentionList.values()), this::title);
        lists.setAccessibleText(strings.text("privacy.retention.lists"));
        lists.selected().setAll(List.of(model.list.get()));
        lists.selected().addListener((ListChangeListener<RetentionList>)
                _ -> lists.selected().stream().findFirst().ifPresent(model.list::set));
        summary.getStyleClass().add("quiet");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        fill();
        RetentionActions actions = new RetentionActions(model, words);
        actions.setMinWidth(SIDE);
        actions.setPrefWidth(SIDE);
        HBox.setHgrow(table, Priority.ALWAYS);
        table.setMinWidth(0);
        HBox middle = new HBox(16, table, actions);
        VBox.setVgrow(middle, Priority.ALWAYS);
        TextField find = new TextField();
        find.setPromptText(strings.text("privacy.retention.find"));
        find.setAccessibleText(strings.text("privacy.retention.find"));
        find.setPrefWidth(220);
        find.textProperty().bindBidirectional(model.name);
        lists.disableProperty().bind(model.name.isNotEmpty());
        getChildren().addAll(new FlowPane(12, 8, lists, find), summary, middle, proof());
        model.name.subscribe(_ -> summarize());
        model.overview.subscribe(_ -> summarize());
        model.list.subscribe(_ -> summarize());
    }

    private String title(RetentionList list) {
        return strings.constant("privacy.retention.list", list);
    }

    private void fill() {
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(strings.text("privacy.retention.people"));
        table.getStyleClass().add("retention-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column("privacy.retention.name", 150, RetentionRow::name);
        column("privacy.retention.kind", 90, row -> strings.constant("privacy.kind", row.kind()));
        column("privacy.retention.state", 260, words::state);
        Label none = new Label();
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        none.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.overview.get().isEmpty()
                                ? strings.text("privacy.audit.reading")
                                : strings.constant("privacy.retention.none", model.list.get()),
                        model.overview,
                        model.list));
        table.setPlaceholder(none);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RetentionRow>)
                _ -> model.selected.setAll(table.getSelectionModel().getSelectedItems()));
    }

    private void column(String title, double width, Function<RetentionRow, String> value) {
        var column = new TableColumn<RetentionRow, String>(strings.text(title));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }

    private void summarize() {
        if (!model.name.get().isBlank()) {
            summary.setText(strings.text("privacy.retention.about-found"));
            return;
        }
        var text = new StringBuilder(strings.constant("privacy.retention.about", model.list.get()));
        model.overview.get().ifPresent(found -> {
            if (model.list.get() == RetentionList.NEXT_DAY && found.hidden() > 0) {
                text.append(' ').append(strings.text("privacy.retention.hidden", found.hidden()));
            }
            if (!found.complete()) {
                text.append(' ').append(strings.text("privacy.retention.more", RetentionReader.MOST));
            }
        });
        summary.setText(text.toString());
    }

    private HBox proof() {
        ComboBox<YearMonth> months = new ComboBox<>();
        YearMonth now = YearMonth.now(ZoneId.systemDefault());
        months.getItems()
                .setAll(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        months.setValue(now);
        months.setAccessibleText(strings.text("privacy.proof.month"));
        months.setConverter(new StringConverter<>() {
            @Override
            public String toString(YearMonth month) {
                return month == null ? "" : words.month(month);
            }

            @Override
            public YearMonth fromString(String text) {
                return months.getValue();
            }
        });
        Label label = new Label(strings.text("privacy.proof.label"));
        label.setLabelFor(months);
        HBox row = new HBox(
                8,
                label,
                months,
                Buttons.of(new Command(
                        strings.text("privacy.proof.save"),
                        "mdi2f-file-certificate-outline",
                        () -> save(months.getValue()))));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void save(YearMonth month) {
        files.saveAs(
                        strings.text("privacy.proof.save"),
                        "retention-" + month + ".pdf",
                        new FilePicker.FileType(strings.text("privacy.proof.files"), List.of("*.pdf", "*.csv")))
                .ifPresent(file -> model.prove(month, file));
    }

    @Override
    public String title() {
        return strings.text("privacy.section.retention");
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return table;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void hidden() {
        table.getSelectionModel().clearSelection();
    }
}

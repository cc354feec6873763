package io.vestibule.privacy.ui;

import io.vestibule.people.change.ErasureCheck;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.RowLabel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The erasures, newest first, and the checklist of the selected one.
final class ErasuresPane extends HBox {

    private static final double SIDE = 340;
    private static final double LEAST = 100;
    private static final double ROW = 36;

    private final Strings strings;
    private final TableView<ErasureCheck> table;
    private boolean following;

    /// @param done shows that something was done
    ErasuresPane(ErasuresModel model, FilePicker files, Consumer<String> done) {
        super(16);
        this.strings = model.strings();
        this.table = new TableView<>(model.checks);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(strings.text("privacy.erasure.list"));
        table.getStyleClass().add("erasure-table");
        column(
                strings.text("privacy.erasure.person"),
                95,
                check -> check.person().toString().substring(0, 8));
        column(strings.text("privacy.erasure.removed"), 145, check -> time(time, check.erasedAt()));
        column(strings.text("privacy.erasure.by"), 120, model::operator);
        column(strings.text("privacy.erasure.state"), 130, this::state);
        Label none = new Label();
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        none.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> strings.text(model.loaded.get() ? "privacy.erasure.none" : "privacy.audit.reading"),
                        model.loaded));
        table.setPlaceholder(none);
        table.getSelectionModel().selectedItemProperty().subscribe(check -> {
            if (!following && check != null) {
                model.selected.set(Optional.of(check.id()));
            }
        });
        model.shown.subscribe(this::reselect);
        ErasureCard card = new ErasureCard(model, files, done);
        card.setMinWidth(SIDE);
        card.setPrefWidth(SIDE);
        HBox.setHgrow(table, Priority.ALWAYS);
        table.setMinWidth(0);
        getChildren().addAll(table, card);
    }

    Node first() {
        return table;
    }

    /// A reload replaces the rows.
    private void reselect(Optional<ErasureCheck> shown) {
        following = true;
        shown.ifPresent(check -> table.getSelectionModel().select(check));
        following = false;
    }

    private String state(ErasureCheck check) {
        return check.verifiedAt().isPresent()
                ? strings.text("privacy.erasure.state-proven")
                : strings.text("privacy.erasure.state-open");
    }

    private static String time(DateTimeFormatter format, Instant at) {
        return format.format(at);
    }

    private void column(String title, double width, Function<ErasureCheck, String> words) {
        var column = new TableColumn<ErasureCheck, String>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, LEAST));
        column.setCellFactory(RowLabel.cells());
        table.getColumns().add(column);
    }
}

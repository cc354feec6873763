package io.vestibule.privacy.ui;

import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.AuditLine;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.RowLabel;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/// The entries, newest first. Asks for the next page shortly before the end is in view.
final class AuditTable extends TableView<AuditLine> {

    private static final double ROW = 36;

    /// Rows that are still below the window when the next page is asked for.
    private static final int AHEAD = 50;

    private final AuditModel model;
    private final Strings strings;
    private final DateTimeFormatter time;

    AuditTable(AuditModel model) {
        super(model.lines);
        this.model = model;
        this.strings = model.strings();
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(strings.text("privacy.audit.list"));
        getStyleClass().add("audit-table");
        getColumns().add(column(strings.text("privacy.audit.time"), 165, this::time));
        getColumns().add(column(strings.text("privacy.audit.action"), 270, this::action));
        getColumns().add(column(strings.text("privacy.audit.about"), 210, this::about));
        getColumns().add(column(strings.text("privacy.audit.operator"), 140, this::operator));
        setRowFactory(_ -> new Row());
    }

    /// What the entry is, in words.
    String action(AuditLine line) {
        var code = line.stored().entry().action();
        return AuditAction.of(code)
                .map(action -> strings.constant("privacy.action", action))
                .orElse(code);
    }

    String time(AuditLine line) {
        return time.format(line.stored().entry().at());
    }

    String about(AuditLine line) {
        var id = line.stored().entry().subject();
        var start = id.substring(0, Math.min(8, id.length()));
        return switch (line.about()) {
            case NOTHING -> "";
            case PERSON, OPERATOR -> line.name();
            case PHOTO -> strings.text("privacy.audit.photo-of", line.name());
            case ERASED -> strings.text("privacy.audit.erased", start);
            case OTHER -> id.length() > 36 - 1 ? start : id;
        };
    }

    private String operator(AuditLine line) {
        return line.stored().entry().operator().isEmpty() ? strings.text("privacy.audit.automatic") : line.operator();
    }

    private static TableColumn<AuditLine, String> column(
            String title, double width, Function<AuditLine, String> words) {
        var column = new TableColumn<AuditLine, String>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setCellFactory(RowLabel.cells());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        return column;
    }

    private final class Row extends TableRow<AuditLine> {

        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            if (index >= 0 && index >= model.lines.size() - AHEAD) {
                Platform.runLater(model::more);
            }
        }
    }
}

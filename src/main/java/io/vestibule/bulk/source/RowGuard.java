package io.vestibule.bulk.source;

import io.vestibule.base.Problem;
import io.vestibule.bulk.BulkFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses rows that no honest list has, and cells that a spreadsheet would execute when the report is opened.
final class RowGuard {

    /// A sign in front is usual for phone numbers only.
    private static final Pattern PHONE = Pattern.compile("[+-][0-9 ()/.-]*");

    private RowGuard() {}

    static SourceRow row(int number, List<String> fields) {
        if (fields.size() > SourceLimits.COLUMNS) {
            return refused(number, List.of(), new BulkFailure.RowTooWide(SourceLimits.COLUMNS));
        }
        var cells = new ArrayList<String>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            var cell = fields.get(i).strip();
            if (cell.length() > SourceLimits.CELL) {
                return refused(number, cells, new BulkFailure.CellTooLong(i + 1, SourceLimits.CELL));
            }
            if (isFormula(cell)) {
                return refused(number, cells, new BulkFailure.Formula(i + 1));
            }
            cells.add(cell);
        }
        return new SourceRow(number, cells, Optional.empty());
    }

    static SourceRow damaged(int number) {
        return refused(number, List.of(), new BulkFailure.RowDamaged());
    }

    private static SourceRow refused(int number, List<String> cells, BulkFailure failure) {
        Problem problem = failure.problem();
        return new SourceRow(number, cells, Optional.of(problem));
    }

    private static boolean isFormula(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        return switch (cell.charAt(0)) {
            case '=', '@' -> true;
            case '+', '-' -> !PHONE.matcher(cell).matches();
            default -> false;
        };
    }
}

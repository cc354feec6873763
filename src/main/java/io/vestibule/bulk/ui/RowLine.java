package io.vestibule.bulk.ui;

import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.ImportRow;
import io.vestibule.bulk.RowState;
import java.util.Locale;
import java.util.UUID;

/// A row as the table shows it; small, since there may be a hundred thousand.
///
/// @param why what is wrong, what refuses it first
record RowLine(UUID id, int place, String number, String name, RowState state, String why) {

    static RowLine of(ImportRow row, ImportReport.Words words) {
        var issues = row.content().issues();
        var why = !issues.isEmpty()
                ? words.issue(issues.getFirst())
                : row.content().similar().isPresent() && row.state() == RowState.ASK
                        ? words.text("bulk.looks-enrolled")
                        : "";
        return new RowLine(
                row.id(),
                row.place(),
                row.content().listed().key(),
                row.content().listed().name(),
                row.state(),
                why);
    }

    boolean matches(String typed) {
        var lower = typed.toLowerCase(Locale.ROOT);
        return (number + " " + name + " " + why).toLowerCase(Locale.ROOT).contains(lower);
    }
}

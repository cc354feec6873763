package io.vestibule.bulk.source;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Optional;

/// One row of a list as it was read.
///
/// @param number counted from 1 with the header, as a spreadsheet shows it
/// @param cells without spaces around them; possibly fewer than the header has
/// @param problem why the row cannot be used; its cells may be incomplete
public record SourceRow(int number, List<String> cells, Optional<Problem> problem) {

    public SourceRow {
        cells = List.copyOf(cells);
    }

    /// Empty for a column that the row does not have.
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}

package io.vestibule.bulk.source;

import java.util.List;
import java.util.function.Predicate;

/// The rows of a list, which can be read several times. Only the row at hand is in memory.
public interface RowTable {

    List<String> header();

    /// Reads the rows below the header in their order.
    ///
    /// @param consumer returns whether to go on
    /// @throws io.vestibule.bulk.BulkException if the list cannot be read any further
    void read(Predicate<SourceRow> consumer);
}

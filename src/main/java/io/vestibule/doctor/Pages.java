package io.vestibule.doctor;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All rows of a table, read page by page.
final class Pages<T> implements Iterator<T> {

    static final int ROWS = 2_000;

    private final Function<Optional<T>, List<T>> pageAfter;
    private Iterator<T> page;
    private Optional<T> last = Optional.empty();
    private boolean more;

    /// @param pageAfter reads the page after a row, of [#ROWS] rows if there are so many
    Pages(Function<Optional<T>, List<T>> pageAfter) {
        this.pageAfter = pageAfter;
        this.page = read();
    }

    private Iterator<T> read() {
        var rows = pageAfter.apply(last);
        more = rows.size() == ROWS;
        return rows.iterator();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && more) {
            page = read();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        var row = page.next();
        last = Optional.of(row);
        return row;
    }
}

package io.vestibule.local.engine.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One page of a longer list.
///
/// @param more whether further rows follow
public record ResultPage<T>(List<T> rows, boolean more) {

    /// The service does not document its default page size; zero is valid and means the default.
    private static final int USUAL = 1000;

    public interface RowSource<T> {
        List<T> rows(long after, int most);
    }

    public static <T> ResultPage<T> of(@Nullable Integer asked, long after, RowSource<T> rowSource) {
        int size = asked == null || asked == 0 ? USUAL : asked;
        var rows = rowSource.rows(after, size + 1);
        return rows.size() > size ? new ResultPage<>(rows.subList(0, size), true) : new ResultPage<>(rows, false);
    }

    /// Number of the last row, if further rows follow.
    public Optional<Long> last(ToLongFunction<T> number) {
        return more ? Optional.of(number.applyAsLong(rows.getLast())) : Optional.empty();
    }
}

package io.vestibule.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a list of many pages to its end.
final class Paginator {

    /// @param next empty or absent on the last page
    record Page<T>(List<T> items, @Nullable String next) {}

    private Paginator() {}

    /// @param read gets the token of the page to read; null for the first
    static <T> List<T> readAll(Operation operation, Function<@Nullable String, Page<T>> read) {
        List<T> items = new ArrayList<>();
        String token = null;
        do {
            Page<T> page = read.apply(token);
            items.addAll(page.items());
            String next = page.next() == null || page.next().isEmpty() ? null : page.next();
            if (next != null && next.equals(token)) {
                // A service that gives the same page again would be read for ever.
                throw new CloudException(new CloudFailure.Refused(operation.apiName(), "RepeatedPaginationToken"));
            }
            token = next;
        } while (token != null);
        return items;
    }
}

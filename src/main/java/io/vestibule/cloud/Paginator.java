package io.vestibule.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads all pages of a list.
final class Paginator {

    /// @param next token of the next page; empty or absent on the last one
    record Page<T>(List<T> items, @Nullable String next) {}

    private Paginator() {}

    /// @param read reads the page with this token; null for the first
    static <T> List<T> readAll(Operation operation, Function<@Nullable String, Page<T>> read) {
        List<T> items = new ArrayList<>();
        readEach(operation, read, items::addAll);
        return items;
    }

    /// Passes on each page as soon as it is read.
    static <T> void readEach(Operation operation, Function<@Nullable String, Page<T>> read, Consumer<List<T>> pages) {
        String token = null;
        do {
            Page<T> page = read.apply(token);
            pages.accept(page.items());
            String next = page.next() == null || page.next().isEmpty() ? null : page.next();
            if (next != null && next.equals(token)) {
                // Otherwise a service that returns the same page again would cause an endless loop.
                throw new CloudException(new CloudFailure.Refused(operation.apiName(), "RepeatedPaginationToken"));
            }
            token = next;
        } while (token != null);
    }
}

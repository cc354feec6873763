package io.vestibule.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;

/// Loops over things that do not depend on each other, such as people, photos or companies: one that fails is told
/// of, and the others are done all the same.
public final class ItemLoop {

    private ItemLoop() {}

    /// Logs the failures by the class of the exception, since its message may name people.
    ///
    /// @param id an id to log, never a name
    /// @return number of items that did not fail
    /// @throws StoreException if the database itself failed, which every other item would meet as well
    public static <T> int forEach(Collection<T> items, Consumer<T> action, Logger log, Function<T, ?> id) {
        return items.size()
                - failures(
                                items,
                                action,
                                (item, failure) -> log.error(
                                        "{} failed: {}",
                                        id.apply(item),
                                        failure.getClass().getName()))
                        .size();
    }

    /// Does all, and throws the first failure afterwards: for a step that is retried as a whole.
    public static <T> void forEachThenThrow(Collection<T> items, Consumer<T> action) {
        var failures = failures(items, action, (_, _) -> {});
        if (!failures.isEmpty()) {
            var first = failures.getFirst();
            failures.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
            throw first;
        }
    }

    private interface Report<T> {
        void failed(T item, RuntimeException failure);
    }

    private static <T> List<RuntimeException> failures(Collection<T> items, Consumer<T> action, Report<T> report) {
        var failures = new ArrayList<RuntimeException>();
        for (var item : items) {
            try {
                action.accept(item);
            } catch (DamagedRowException e) {
                failures.add(e);
                report.failed(item, e);
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException e) {
                failures.add(e);
                report.failed(item, e);
            }
        }
        return failures;
    }
}

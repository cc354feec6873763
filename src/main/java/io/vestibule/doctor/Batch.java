package io.vestibule.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Gathers items that are looked at together, since one call answers for many.
final class Batch<T> {

    private static final int SIZE = 1_000;

    private final List<T> items = new ArrayList<>();
    private final Consumer<List<T>> action;

    Batch(Consumer<List<T>> action) {
        this.action = action;
    }

    void add(T item) {
        items.add(item);
        if (items.size() == SIZE) {
            flush();
        }
    }

    void flush() {
        if (!items.isEmpty()) {
            var full = List.copyOf(items);
            items.clear();
            action.accept(full);
        }
    }
}

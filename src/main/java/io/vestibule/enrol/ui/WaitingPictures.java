package io.vestibule.enrol.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Pictures that were handed in before there was consent or a reason. They are kept in memory, unread, and taken up
/// once photos are permitted. FX thread.
final class WaitingPictures {

    private final List<Runnable> waiting = new ArrayList<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);

    /// @param add reads the pictures and adds them to the strip
    void put(Runnable add) {
        waiting.add(add);
        count.set(waiting.size());
    }

    /// How many times pictures were handed in.
    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void takeUp() {
        removeAll().forEach(Runnable::run);
    }

    /// @return what was waiting
    List<Runnable> removeAll() {
        var all = List.copyOf(waiting);
        waiting.clear();
        count.set(0);
        return all;
    }

    void restore(List<Runnable> earlier) {
        earlier.forEach(this::put);
    }
}

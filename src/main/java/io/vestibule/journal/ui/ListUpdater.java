package io.vestibule.journal.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/// Updates a list on screen without moving the lines in view.
final class ListUpdater {

    /// Number of lines, from the first visible one on, that are tried as anchors of the scroll position.
    private static final int NEIGHBOURS = 50;

    private ListUpdater() {}

    /// Applies only the differences: unchanged lines are not replaced, so selection and focus stay with them.
    static <T> void applyChanges(ObservableList<T> shown, List<T> now, Function<T, Object> key) {
        Set<Object> keys = new HashSet<>();
        now.forEach(line -> keys.add(key.apply(line)));
        shown.removeIf(line -> !keys.contains(key.apply(line)));
        for (int i = 0; i < now.size(); i++) {
            T line = now.get(i);
            if (i < shown.size() && key.apply(shown.get(i)).equals(key.apply(line))) {
                if (!shown.get(i).equals(line)) {
                    shown.set(i, line);
                }
                continue;
            }
            int moved = indexOf(shown, key, key.apply(line), i + 1);
            if (moved >= 0) {
                shown.remove(moved);
            }
            shown.add(i, line);
        }
    }

    /// Keeps the scroll position of the first visible line while `change` runs. A list that is scrolled to its top
    /// stays there.
    static <T> void keepScrollPosition(ListView<T> list, Function<T, Object> key, Runnable change) {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            change.run();
            return;
        }
        // After a change in the same frame the cells still show the lines before it.
        list.layout();
        IndexedCell<?> first = flow.getFirstVisibleCell();
        boolean top = first == null || (first.getIndex() == 0 && first.getLayoutY() >= 0);
        if (top) {
            change.run();
            return;
        }
        int index = first.getIndex();
        double offset = first.getLayoutY();
        List<Object> candidates =
                list.getItems().stream().skip(index).limit(NEIGHBOURS).map(key).toList();
        change.run();
        for (Object candidate : candidates) {
            int now = indexOf(list.getItems(), key, candidate, 0);
            if (now >= 0) {
                list.layout();
                flow.scrollToTop(now);
                flow.scrollPixels(-offset);
                // Otherwise the cells stay where they were until the next frame.
                list.layout();
                return;
            }
        }
    }

    private static <T> int indexOf(List<T> lines, Function<T, Object> key, Object wanted, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (key.apply(lines.get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }
}

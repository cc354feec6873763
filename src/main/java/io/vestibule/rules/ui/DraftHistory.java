package io.vestibule.rules.ui;

import io.vestibule.rules.RuleDraft;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The edits of the open rule, which Ctrl+Z takes back one by one. The letters of a name count as one edit.
final class DraftHistory {

    /// Older edits cannot be taken back.
    private static final int MOST = 200;

    private final Deque<Edit> edits = new ArrayDeque<>();

    /// @param before the draft that taking back the edit restores
    /// @param typed whether only the name changed
    record Edit(RuleDraft before, boolean typed, long nanos) {}

    void clear() {
        edits.clear();
    }

    void add(RuleDraft before, RuleDraft after) {
        boolean typed = after.withName(before.name()).equals(before);
        Edit last = edits.peekLast();
        if (typed && last != null && last.typed()) {
            edits.removeLast();
            if (!after.equals(last.before())) {
                edits.addLast(new Edit(last.before(), true, System.nanoTime()));
            }
            return;
        }
        if (edits.size() == MOST) {
            edits.removeFirst();
        }
        edits.addLast(new Edit(before, typed, System.nanoTime()));
    }

    Optional<Edit> last() {
        return Optional.ofNullable(edits.peekLast());
    }

    Optional<RuleDraft> undo() {
        return Optional.ofNullable(edits.pollLast()).map(Edit::before);
    }
}

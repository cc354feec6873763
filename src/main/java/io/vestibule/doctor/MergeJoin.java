package io.vestibule.doctor;

import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compares two lists that are sorted by the same key, each of which is read once.
final class MergeJoin<A, B> {

    /// What the comparison finds.
    interface Matches<A, B> {

        void onlyOurs(A ours);

        void onlyTheirs(B theirs);

        void both(A ours, B theirs);
    }

    private final Function<A, String> keyOfOurs;
    private final Function<B, String> keyOfTheirs;

    MergeJoin(Function<A, String> keyOfOurs, Function<B, String> keyOfTheirs) {
        this.keyOfOurs = keyOfOurs;
        this.keyOfTheirs = keyOfTheirs;
    }

    void run(Iterator<A> ours, Iterator<B> theirs, Matches<A, B> matches) {
        @Nullable A our = next(ours);
        @Nullable B their = next(theirs);
        while (our != null || their != null) {
            int order = order(our, their);
            if (our != null && order < 0) {
                matches.onlyOurs(our);
                our = next(ours);
            } else if (their != null && order > 0) {
                matches.onlyTheirs(their);
                their = next(theirs);
            } else if (our != null && their != null) {
                matches.both(our, their);
                our = next(ours);
                their = next(theirs);
            }
        }
    }

    private int order(@Nullable A our, @Nullable B their) {
        if (our == null) {
            return 1;
        }
        return their == null ? -1 : keyOfOurs.apply(our).compareTo(keyOfTheirs.apply(their));
    }

    private static <T> @Nullable T next(Iterator<T> items) {
        return items.hasNext() ? items.next() : null;
    }
}

package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.ui.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Searches for duplicates while the other photos are still being taken, so that a match is known early and
/// Save need not wait. One search at a time; its result is cached for one photo. FX thread.
final class DuplicateSearch {

    /// Another operator may enrol the same person in the meantime, so a result is cached only briefly.
    private static final Duration CACHE_TTL = Duration.ofMinutes(2);

    /// Blocks.
    @FunctionalInterface
    interface SearchCall {
        Optional<DuplicateCandidate> search(DraftPhoto photo) throws Exception;
    }

    private final SearchCall searchCall;
    private final TaskRunner taskRunner;
    private final InstantSource clock;
    private final String label;
    private final ReadOnlyObjectWrapper<Optional<DuplicateCandidate>> earlyResult =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable PendingSearch pendingSearch;

    /// @param label text for the status bar
    DuplicateSearch(SearchCall searchCall, TaskRunner taskRunner, InstantSource clock, String label) {
        this.searchCall = searchCall;
        this.taskRunner = taskRunner;
        this.clock = clock;
        this.label = label;
    }

    /// A similar person found by [#prefetch], before Save.
    ReadOnlyObjectProperty<Optional<DuplicateCandidate>> earlyResult() {
        return earlyResult.getReadOnlyProperty();
    }

    /// Searches in advance, unless a search is running or done. A failure is not reported: Save searches again.
    void prefetch(DraftPhoto photo) {
        if (pendingSearch == null) {
            var begun = new PendingSearch(photo);
            pendingSearch = begun;
            taskRunner.runUnlisted(() -> searchCall.search(photo), begun::found, begun::fail);
        }
    }

    /// Delivers the result for the photo; at once if it is cached.
    void searchOrReuse(DraftPhoto photo, Consumer<Optional<DuplicateCandidate>> done, Consumer<Problem> failed) {
        PendingSearch known = pendingSearch;
        if (known != null && known.photo.equals(photo) && known.isFresh()) {
            known.onResult(done, failed);
            return;
        }
        var begun = new PendingSearch(photo);
        pendingSearch = begun;
        begun.onResult(done, failed);
        taskRunner.run(label, () -> searchCall.search(photo), begun::found, begun::fail);
    }

    /// Evicts the cached result if its photo was removed.
    ///
    /// @return whether there was a result to evict
    boolean discardUnlessIn(List<DraftPhoto> photos) {
        if (pendingSearch == null || photos.contains(pendingSearch.photo)) {
            return false;
        }
        pendingSearch = null;
        earlyResult.set(Optional.empty());
        return true;
    }

    /// The person was removed: a result that shows them is evicted.
    void forget(PersonId person) {
        PendingSearch known = pendingSearch;
        if (known != null && known.answer.filter(found -> found.shows(person)).isPresent()) {
            pendingSearch = null;
            earlyResult.set(Optional.empty());
        }
    }

    private final class PendingSearch {

        private final DraftPhoto photo;
        private final Instant began = clock.instant();
        private boolean answered;
        private Optional<DuplicateCandidate> answer = Optional.empty();
        private @Nullable Consumer<Optional<DuplicateCandidate>> done;
        private @Nullable Consumer<Problem> failed;

        PendingSearch(DraftPhoto photo) {
            this.photo = photo;
        }

        boolean isFresh() {
            return clock.instant().isBefore(began.plus(CACHE_TTL));
        }

        void onResult(Consumer<Optional<DuplicateCandidate>> whenDone, Consumer<Problem> whenFailed) {
            if (answered) {
                whenDone.accept(answer);
            } else {
                done = whenDone;
                failed = whenFailed;
            }
        }

        void found(Optional<DuplicateCandidate> found) {
            answered = true;
            answer = found;
            if (done != null) {
                done.accept(found);
            } else if (equals(pendingSearch)) {
                earlyResult.set(found);
            }
        }

        void fail(Problem problem) {
            if (equals(pendingSearch)) {
                pendingSearch = null;
            }
            if (failed != null) {
                failed.accept(problem);
            }
        }
    }
}

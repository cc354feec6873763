package io.vestibule.enrol.ui;

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

/// Looks for somebody alike while the rest of the photos is still being taken, so that whoever is here already is
/// known before the visitor has put down the pen, and Save need not wait for it. One search for a photo. FX thread.
final class DuplicateSearch {

    /// Somebody else may enrol the same person meanwhile, so an answer is not kept for long.
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

    /// @param label what is being done, for the status bar
    DuplicateSearch(SearchCall searchCall, TaskRunner taskRunner, InstantSource clock, String label) {
        this.searchCall = searchCall;
        this.taskRunner = taskRunner;
        this.clock = clock;
        this.label = label;
    }

    /// Somebody alike who was seen before anybody asked.
    ReadOnlyObjectProperty<Optional<DuplicateCandidate>> earlyResult() {
        return earlyResult.getReadOnlyProperty();
    }

    /// Searches beforehand, unless a search is under way or done. A failure is not told: Save asks again.
    void prefetch(DraftPhoto photo) {
        if (pendingSearch == null) {
            var begun = new PendingSearch(photo);
            pendingSearch = begun;
            taskRunner.runUnlisted(() -> searchCall.search(photo), begun::found, begun::fail);
        }
    }

    /// Answers for the photo, at once where it was asked about a moment ago.
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

    /// Forgets what was found with a photo that is no longer there.
    ///
    /// @return whether there was anything to forget
    boolean discardUnlessIn(List<DraftPhoto> photos) {
        if (pendingSearch == null || photos.contains(pendingSearch.photo)) {
            return false;
        }
        pendingSearch = null;
        earlyResult.set(Optional.empty());
        return true;
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

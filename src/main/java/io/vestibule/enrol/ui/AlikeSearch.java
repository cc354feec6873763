package io.vestibule.enrol.ui;

import io.vestibule.base.Problem;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.ui.Work;
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
final class AlikeSearch {

    /// Somebody else may enrol the same person meanwhile, so an answer is not kept for long.
    private static final Duration FRESH = Duration.ofMinutes(2);

    /// Blocks.
    @FunctionalInterface
    interface Asking {
        Optional<Duplicate> ask(DraftPhoto photo) throws Exception;
    }

    private final Asking asking;
    private final Work work;
    private final InstantSource clock;
    private final String label;
    private final ReadOnlyObjectWrapper<Optional<Duplicate>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Search search;

    /// @param label what is being done, for the status bar
    AlikeSearch(Asking asking, Work work, InstantSource clock, String label) {
        this.asking = asking;
        this.work = work;
        this.clock = clock;
        this.label = label;
    }

    /// Somebody alike who was seen before anybody asked.
    ReadOnlyObjectProperty<Optional<Duplicate>> seen() {
        return seen.getReadOnlyProperty();
    }

    /// Searches beforehand, unless a search is under way or done. A failure is not told: Save asks again.
    void early(DraftPhoto photo) {
        if (search == null) {
            var begun = new Search(photo);
            search = begun;
            work.quietly(() -> asking.ask(photo), begun::found, begun::fail);
        }
    }

    /// Answers for the photo, at once where it was asked about a moment ago.
    void now(DraftPhoto photo, Consumer<Optional<Duplicate>> done, Consumer<Problem> failed) {
        Search known = search;
        if (known != null && known.photo.equals(photo) && known.usable()) {
            known.tell(done, failed);
            return;
        }
        var begun = new Search(photo);
        search = begun;
        begun.tell(done, failed);
        work.run(label, () -> asking.ask(photo), begun::found, begun::fail);
    }

    /// Forgets what was found with a photo that is no longer there.
    ///
    /// @return whether there was anything to forget
    boolean keepOnly(List<DraftPhoto> photos) {
        if (search == null || photos.contains(search.photo)) {
            return false;
        }
        search = null;
        seen.set(Optional.empty());
        return true;
    }

    private final class Search {

        private final DraftPhoto photo;
        private final Instant began = clock.instant();
        private boolean answered;
        private Optional<Duplicate> answer = Optional.empty();
        private @Nullable Consumer<Optional<Duplicate>> done;
        private @Nullable Consumer<Problem> failed;

        Search(DraftPhoto photo) {
            this.photo = photo;
        }

        boolean usable() {
            return clock.instant().isBefore(began.plus(FRESH));
        }

        void tell(Consumer<Optional<Duplicate>> whenDone, Consumer<Problem> whenFailed) {
            if (answered) {
                whenDone.accept(answer);
            } else {
                done = whenDone;
                failed = whenFailed;
            }
        }

        void found(Optional<Duplicate> found) {
            answered = true;
            answer = found;
            if (done != null) {
                done.accept(found);
            } else if (equals(search)) {
                seen.set(found);
            }
        }

        void fail(Problem problem) {
            if (equals(search)) {
                search = null;
            }
            if (failed != null) {
                failed.accept(problem);
            }
        }
    }
}

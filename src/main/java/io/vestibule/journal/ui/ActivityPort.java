package io.vestibule.journal.ui;

import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.journal.JobRecord;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.Optional;

/// What the screen Activity needs from the program around it: whom work is about, what it is called, and what may be
/// done about it.
public interface ActivityPort {

    /// Whom a job is about.
    ///
    /// @param photo the one to show their face by
    record PersonSummary(String name, Optional<PhotoId> photo) {}

    Instant now();

    /// Empty when that person is not kept any more. Asked in the background.
    Optional<PersonSummary> personOf(JobRecord job);

    /// A small picture of the photo, encoded. Asked in the background.
    Optional<byte[]> picture(PhotoId photo);

    /// What the job does, in two or three words. Any thread.
    String jobText(JobRecord job);

    /// What steps of that kind do. Any thread.
    String stepText(String kind);

    /// Whether waiting for this is part of the work, so that nobody need hear of a problem. Any thread.
    boolean isExpectedWait(Problem problem);

    /// Whether the operator may try again, or give up. FX thread.
    boolean mayRetry();

    boolean mayGiveUp();

    /// Whether ending the job where it stands leaves nothing behind that nobody could find. Any thread.
    boolean canGiveUp(JobRecord job);

    /// Whether the job can still be undone whole. Any thread.
    boolean canUndo(JobRecord job);

    /// Blocks.
    ///
    /// @return false when it had begun meanwhile; then it goes on
    boolean undo(JobRecord job);

    /// Whether somebody has to answer a question before the job goes on. Any thread.
    boolean canDecide(JobRecord job);

    /// Asks that question. FX thread.
    void decide(JobRecord job);

    /// Whether the service in use costs money. Any thread.
    boolean isCharged();

    /// Calls back, on any thread, after anything in the journal may have changed; until closed.
    AutoCloseable onChange(Runnable changed);

    /// Shows a banner under the title. FX thread.
    void showBanner(Banner banner);
}

package io.vestibule.journal.ui;

import io.vestibule.base.PhotoId;
import io.vestibule.base.Problem;
import io.vestibule.journal.JobRecord;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.Optional;

/// What the Activity screen needs from the rest of the program: the person and name of a job, and the actions on it.
public interface ActivityPort {

    /// The person of a job.
    ///
    /// @param photo whose face picture is shown
    record PersonSummary(String name, Optional<PhotoId> photo) {}

    Instant now();

    /// Empty if the person is not stored any more. Called in the background.
    Optional<PersonSummary> personOf(JobRecord job);

    /// Thumbnail of the photo, encoded. Called in the background.
    Optional<byte[]> picture(PhotoId photo);

    /// Name of the job, in two or three words. Any thread.
    String jobText(JobRecord job);

    /// Description of steps of that kind. Any thread.
    String stepText(String kind);

    /// Whether waiting for this is part of normal operation, so that no problem is shown. Any thread.
    boolean isExpectedWait(Problem problem);

    /// Whether the operator may retry jobs. FX thread.
    boolean mayRetry();

    boolean mayGiveUp();

    /// Whether giving up the job leaves no data without a record. Any thread.
    boolean canGiveUp(JobRecord job);

    /// Whether the whole job can still be undone. Any thread.
    boolean canUndo(JobRecord job);

    /// Blocks.
    ///
    /// @return false if it had started in the meantime; then it continues
    boolean undo(JobRecord job);

    /// Whether the job waits for the operator's decision. Any thread.
    boolean canDecide(JobRecord job);

    /// Opens the question for that decision. FX thread.
    void decide(JobRecord job);

    /// Whether the service in use costs money. Any thread.
    boolean isCharged();

    /// Registers a listener that is notified, on any thread, after the journal may have changed. Close to remove it.
    AutoCloseable onChange(Runnable changed);

    /// Shows a banner under the title. FX thread.
    void showBanner(Banner banner);
}

package io.vestibule.journal.ui;

import io.vestibule.journal.JobRecord;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import io.vestibule.ui.ProblemText;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.image.Image;

/// Display data of one job.
///
/// @param known whether the person is still stored
/// @param name of the person, or a text for a person who is not stored any more
/// @param what name of the job
/// @param doing description of its next step; empty when it has ended
/// @param reason why it waits or is parked
/// @param expectedWait whether it only waits for the normal processing time of the service
/// @param canGiveUp whether the job allows it, apart from the operator's permission
/// @param canDecide whether it waits for the operator's decision
record JobRow(
        JobRecord job,
        boolean known,
        String name,
        Optional<Image> face,
        String what,
        String doing,
        Optional<ProblemText> reason,
        boolean expectedWait,
        boolean canUndo,
        boolean canGiveUp,
        boolean canDecide) {

    boolean parked() {
        return job.state() == JobState.PARKED;
    }

    boolean ended() {
        return job.state() == JobState.ENDED;
    }

    /// Whether it is running or due, so that no retry or decision is needed.
    boolean running(Instant now) {
        return job.state() == JobState.RUNNING
                || (job.state() == JobState.WAITING
                        && (expectedWait || (reason.isEmpty() && !job.due().isAfter(now))));
    }

    /// Whether a retry now makes a difference.
    boolean canRetry() {
        return (parked() && !canDecide) || (job.state() == JobState.WAITING && reason.isPresent() && !expectedWait);
    }

    int attempts() {
        return job.current().map(Step::attempts).orElse(0);
    }
}

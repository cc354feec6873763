package io.vestibule.journal.ui;

import io.vestibule.journal.JobRecord;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.Step;
import io.vestibule.ui.ProblemText;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.image.Image;

/// One job in words.
///
/// @param known whether the person is still kept
/// @param name of the person, or words for somebody who is not kept any more
/// @param what the job does
/// @param doing what its next step does; empty when it has ended
/// @param reason why it waits or has stopped
/// @param expectedWait whether it waits for nothing but the service's usual time
/// @param canGiveUp whether the work allows it, whoever asks
/// @param canDecide whether it waits for an answer of somebody
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

    /// Whether it is due, so that only the machine is to be waited for.
    boolean running(Instant now) {
        return job.state() == JobState.RUNNING
                || (job.state() == JobState.WAITING
                        && (expectedWait || (reason.isEmpty() && !job.due().isAfter(now))));
    }

    /// Whether trying again now makes a difference.
    boolean canRetry() {
        return (parked() && !canDecide) || (job.state() == JobState.WAITING && reason.isPresent() && !expectedWait);
    }

    int attempts() {
        return job.current().map(Step::attempts).orElse(0);
    }
}

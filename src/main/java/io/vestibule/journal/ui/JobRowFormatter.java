package io.vestibule.journal.ui;

import io.vestibule.journal.run.JobState;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.State;
import java.time.Instant;

/// Text of a job, the same in the list and in the details.
final class JobRowFormatter {

    private final Strings strings;
    private final JobTimeFormatter jobTimeFormatter;

    JobRowFormatter(Strings strings) {
        this.strings = strings;
        this.jobTimeFormatter = new JobTimeFormatter(strings);
    }

    static State state(JobRow row, Instant now) {
        return switch (row.job().state()) {
            case PARKED -> State.LOOK;
            case RUNNING -> State.RUNNING;
            case WAITING -> row.running(now) ? State.RUNNING : State.WAITING;
            case ENDED ->
                switch (row.job().endReason()) {
                    case DONE, UNDONE -> State.DONE;
                    case CUT_SHORT -> State.LOOK;
                    case GIVEN_UP -> State.REFUSED;
                };
        };
    }

    String state(JobRow row, State state) {
        return row.ended()
                ? strings.constant("journal.ending", row.job().endReason())
                : row.parked() ? strings.text("journal.parked") : strings.constant("ui.state", state);
    }

    /// Its current step, or the reason why it waits, in one line.
    String line(JobRow row) {
        if (row.ended()) {
            return row.what();
        }
        if (row.reason().isPresent()) {
            ProblemText reason = row.reason().get();
            return row.parked() ? reason.summary() + " " + reason.advice() : reason.summary();
        }
        if (row.canUndo()) {
            return strings.text("journal.can-undo");
        }
        return strings.text(
                "journal.step",
                row.doing(),
                row.job().done() + 1,
                row.job().steps().size());
    }

    /// When it resumes, or how long ago it stopped or ended.
    String time(JobRow row, Instant now) {
        if (row.ended() || row.parked()) {
            return jobTimeFormatter.since(now, row.job().changed());
        }
        if (row.expectedWait()) {
            return jobTimeFormatter.lasting(now, row.job().created());
        }
        return row.job().state() == JobState.WAITING && row.job().due().isAfter(now)
                ? jobTimeFormatter.until(now, row.job().due())
                : strings.text("journal.now");
    }

    String exact(JobRow row) {
        return row.ended() || row.parked()
                ? strings.text(
                        row.ended() ? "journal.ended-at" : "journal.stopped-at",
                        jobTimeFormatter.exact(row.job().changed()))
                : row.expectedWait()
                        ? strings.text(
                                "journal.begun-at",
                                jobTimeFormatter.exact(row.job().created()))
                        : strings.text(
                                "journal.due-at",
                                jobTimeFormatter.exact(row.job().due()));
    }
}

package io.vestibule.journal.ui;

import io.vestibule.journal.run.JobState;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.State;
import java.time.Instant;

/// How a job is told, the same in the list and beside it.
final class RowWords {

    private final Strings strings;
    private final Times times;

    RowWords(Strings strings) {
        this.strings = strings;
        this.times = new Times(strings);
    }

    static State state(JobRow row, Instant now) {
        return switch (row.job().state()) {
            case PARKED -> State.LOOK;
            case RUNNING -> State.RUNNING;
            case WAITING -> row.running(now) ? State.RUNNING : State.WAITING;
            case ENDED ->
                switch (row.job().ending()) {
                    case DONE, UNDONE -> State.DONE;
                    case CUT_SHORT -> State.LOOK;
                    case GIVEN_UP -> State.REFUSED;
                };
        };
    }

    String state(JobRow row, State state) {
        return row.ended()
                ? strings.constant("journal.ending", row.job().ending())
                : row.parked() ? strings.text("journal.parked") : strings.constant("ui.state", state);
    }

    /// What it does or why it does not, in one line.
    String line(JobRow row) {
        if (row.ended()) {
            return row.what();
        }
        if (row.reason().isPresent()) {
            ProblemWords reason = row.reason().get();
            return row.parked() ? reason.what() + " " + reason.advice() : reason.what();
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

    /// When it goes on, or how long ago it stopped or ended.
    String time(JobRow row, Instant now) {
        if (row.ended() || row.parked()) {
            return times.since(now, row.job().changed());
        }
        if (row.usual()) {
            return times.lasting(now, row.job().created());
        }
        return row.job().state() == JobState.WAITING && row.job().due().isAfter(now)
                ? times.until(now, row.job().due())
                : strings.text("journal.now");
    }

    String exact(JobRow row) {
        return row.ended() || row.parked()
                ? strings.text(
                        row.ended() ? "journal.ended-at" : "journal.stopped-at",
                        times.exact(row.job().changed()))
                : row.usual()
                        ? strings.text("journal.begun-at", times.exact(row.job().created()))
                        : strings.text("journal.due-at", times.exact(row.job().due()));
    }
}

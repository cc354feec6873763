package io.vestibule.people.ui;

import io.vestibule.people.EnrolmentStatus;
import io.vestibule.ui.control.State;

/// Maps an enrolment status to the state badge that all screens share.
public final class EnrolmentStatusMapper {

    private EnrolmentStatusMapper() {}

    public static State toState(EnrolmentStatus.State status) {
        return switch (status) {
            case SEARCHABLE, ADOPTED -> State.DONE;
            case SAVING, UPDATING -> State.RUNNING;
            case WAITING -> State.WAITING;
            case NO_PHOTO, EMPTIED -> State.NOTHING;
            case ELSEWHERE, NEEDS_ATTENTION, NEEDS_PHOTO -> State.LOOK;
            case STUCK -> State.REFUSED;
        };
    }
}

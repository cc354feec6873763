package io.vestibule.people;

import io.vestibule.base.Problem;
import java.util.Optional;

/// Enrolment status of a person, for lists and details.
///
/// @param problem what it waits for, or why it is stuck
public record EnrolmentStatus(State state, Optional<Problem> problem) {

    public enum State {
        /// No photo was taken, and none is required.
        NO_PHOTO,
        /// Their last photo was removed or moved to somebody else: no search finds them any more.
        EMPTIED,
        /// Being sent to the collection.
        SAVING,
        /// In the collection; the service is still updating the user vector.
        UPDATING,
        /// Waits for the network or the service; retried automatically.
        WAITING,
        /// Needs a decision of the operator.
        STUCK,
        /// In another collection than the one in use, to which their photos were never sent.
        ELSEWHERE,
        /// The service accepted none of the photos.
        NEEDS_PHOTO,
        /// Found by a search, but a photo needs attention.
        NEEDS_ATTENTION,
        /// Found by a search, by faces that another program enrolled; no photo of them is stored here.
        ADOPTED,
        /// Found by a search.
        SEARCHABLE;

        public Group group() {
            return switch (this) {
                case SEARCHABLE, ADOPTED -> Group.SEARCHABLE;
                case ELSEWHERE, NEEDS_PHOTO, NEEDS_ATTENTION, STUCK -> Group.ATTENTION;
                case SAVING, UPDATING, WAITING -> Group.ON_THE_WAY;
                case NO_PHOTO, EMPTIED -> Group.NO_PHOTO;
            };
        }

        /// Whether it lasts until a user acts; all other states change automatically.
        public boolean isStable() {
            return this != SAVING && this != UPDATING && this != WAITING;
        }
    }

    /// Groups that a list can be filtered by.
    public enum Group {
        SEARCHABLE,
        ATTENTION,
        ON_THE_WAY,
        NO_PHOTO
    }
}

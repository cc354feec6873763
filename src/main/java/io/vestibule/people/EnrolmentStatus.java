package io.vestibule.people;

import io.vestibule.base.Problem;
import java.util.Optional;

/// How a person stands, in one word for lists.
///
/// @param problem what is waited for, or why it is stuck
public record EnrolmentStatus(State state, Optional<Problem> problem) {

    public enum State {
        /// Nobody took a photo of them, and nobody has to.
        NO_PHOTO,
        /// On the way into the collection.
        SAVING,
        /// In the collection; the service is still working it in.
        UPDATING,
        /// Something has to come back first (the network, the service); goes on by itself.
        WAITING,
        /// Needs a person.
        STUCK,
        /// In another collection than the one in use, which was never given their photos.
        ELSEWHERE,
        /// The service took none of the photos.
        NEEDS_PHOTO,
        /// Found by a search, but a photo needs a look.
        NEEDS_ATTENTION,
        /// Found by a search.
        SEARCHABLE;

        public Group group() {
            return switch (this) {
                case SEARCHABLE -> Group.SEARCHABLE;
                case ELSEWHERE, NEEDS_PHOTO, NEEDS_ATTENTION, STUCK -> Group.ATTENTION;
                case SAVING, UPDATING, WAITING -> Group.ON_THE_WAY;
                case NO_PHOTO -> Group.NO_PHOTO;
            };
        }

        /// Whether it lasts until somebody does something; all others change by themselves.
        public boolean isStable() {
            return this != SAVING && this != UPDATING && this != WAITING;
        }
    }

    /// What a list can be narrowed to.
    public enum Group {
        SEARCHABLE,
        ATTENTION,
        ON_THE_WAY,
        NO_PHOTO
    }
}

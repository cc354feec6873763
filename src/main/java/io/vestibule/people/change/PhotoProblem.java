package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.PhotoFileState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A problem of a person, or of one of their photos, with the possible repairs.
///
/// @param photo which photo; empty for a problem of the whole person ([Cause.Updating])
/// @param remedies possible repairs, the best first, without those that the operator may not perform
public record PhotoProblem(PersonId person, Optional<PhotoId> photo, Cause cause, List<Remedy> remedies) {

    public PhotoProblem {
        remedies = List.copyOf(remedies);
    }

    /// The cause. Confidences, thresholds and similarities are 0..100 on the scale of `engine`.
    public sealed interface Cause {

        /// The similarity of the photo to the person's others is below the threshold.
        ///
        /// @param confidence similarity of the photo
        /// @param threshold lowest similarity that is accepted
        record LowMatch(float confidence, float threshold, String engine) implements Cause {}

        /// The face of this photo is associated with another user in the collection.
        ///
        /// @param holder person of that user; empty if that user is not a stored person
        record DifferentUser(Optional<PersonId> holder) implements Cause {}

        /// The face of this photo is no longer in the collection.
        record FaceNotFound() implements Cause {}

        /// The file of this photo on this computer is missing or damaged. Its face can still be found.
        record BadFile(PhotoFileState state) implements Cause {}

        /// The person has the maximum number of faces that the service allows.
        ///
        /// @param weakest of the associated photos and this one, the one that is least similar to the others;
        ///     empty if unknown
        /// @param here number of associated photos that are stored here; another program may have added more
        record UserFull(Optional<PhotoId> weakest, int here) implements Cause {

            /// Faces that the service allows a user to have.
            public static final int MOST = 100;
        }

        /// The service is still updating the user vector.
        ///
        /// @param since start of the update, to show the elapsed time
        record Updating(Instant since) implements Cause {}

        /// The service found no face of sufficient quality.
        ///
        /// @param reasons in the service's spelling, for example `LOW_SHARPNESS`, or `NO_FACE`
        record Unindexed(List<String> reasons) implements Cause {
            public Unindexed {
                reasons = List.copyOf(reasons);
            }
        }

        /// Informational: the face was associated with this person before, and the service gave no reason.
        record AlreadyThere() implements Cause {}

        /// The service accepted the photo, but by the embedded engine it is too dissimilar from the person's
        /// others.
        ///
        /// @param similarity to the mean of the others
        /// @param engine name of the embedded engine, whichever service is in use
        record FarFromOthers(float similarity, String engine) implements Cause {}
    }

    /// The kinds of repair.
    public enum Repair {
        /// Take another photo: open the Enrol screen for this person; the refused photo is removed when the new one
        /// is saved.
        RETAKE,
        /// Move the photo to the person whom it shows.
        MOVE,
        /// Merge the two people.
        MERGE,
        /// Send the stored photo once more.
        INDEX_AGAIN,
        /// Accept this one face at the confidence it has. Not offered where it rather shows somebody else. Can be
        /// undone.
        ACCEPT_LOWER,
        /// Remove the weakest photo and associate this one instead.
        DROP_WEAKEST,
        /// Wait; polls the service once more.
        WAIT,
        /// Remove the photo, which is not associated. Can be undone.
        REMOVE,
        /// Keep the photo associated as it is, and do not report the problem again.
        KEEP
    }

    /// One possible repair.
    ///
    /// @param person for MOVE the person whom the photo seems to show, empty if the operator has to choose;
    ///     for MERGE the one who stays
    /// @param photo for DROP_WEAKEST the photo to remove
    public record Remedy(Repair repair, Optional<PersonId> person, Optional<PhotoId> photo) {

        public static Remedy of(Repair repair) {
            return new Remedy(repair, Optional.empty(), Optional.empty());
        }

        /// The same with the person that the operator chose.
        public Remedy withPerson(PersonId chosen) {
            return new Remedy(repair, Optional.of(chosen), photo);
        }
    }
}

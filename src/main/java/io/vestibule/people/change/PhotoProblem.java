package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that is wrong with a person, or with one of their photos, and what mends it.
///
/// @param photo which photo; empty for what concerns the whole person ([Cause.Updating])
/// @param remedies what fits, the best first; those that the operator may not do are left out
public record PhotoProblem(PersonId person, Optional<PhotoId> photo, Cause cause, List<Remedy> remedies) {

    public PhotoProblem {
        remedies = List.copyOf(remedies);
    }

    /// What is wrong. Confidences, thresholds and similarities are 0..100 on the scale of `engine`.
    public sealed interface Cause {

        /// The photo resembles the person's others too little.
        ///
        /// @param confidence how well it matched
        /// @param threshold how well it has to
        record LowMatch(float confidence, float threshold, String engine) implements Cause {}

        /// The face of this photo belongs to somebody else in the collection.
        ///
        /// @param holder who has it; empty if that user is nobody we know
        record DifferentUser(Optional<PersonId> holder) implements Cause {}

        /// The collection does not have the face of this photo any more.
        record FaceNotFound() implements Cause {}

        /// The person has as many photos as the service takes.
        ///
        /// @param weakest the photo in use that resembles the others least; empty if that is not known
        record UserFull(Optional<PhotoId> weakest) implements Cause {}

        /// The service is still working the photos in.
        ///
        /// @param since from when on; show a clock
        record Updating(Instant since) implements Cause {}

        /// The service saw no face that it would keep.
        ///
        /// @param reasons as the service spells them, for example `LOW_SHARPNESS`, or `NO_FACE`
        record Unindexed(List<String> reasons) implements Cause {
            public Unindexed {
                reasons = List.copyOf(reasons);
            }
        }

        /// Nothing went wrong: the service had this face with this person already, and said nothing.
        record AlreadyThere() implements Cause {}

        /// The service took the photo, but to the eyes of this machine it resembles the person's others too little.
        ///
        /// @param similarity to the mean of the others
        /// @param engine of this machine, whichever service is in use
        record FarFromOthers(float similarity, String engine) implements Cause {}
    }

    /// What mends it.
    public enum Repair {
        /// Take another photo: open the Enrol screen for this person; the refused photo goes when the new one is
        /// saved.
        RETAKE,
        /// Give the photo to the person whom it shows.
        MOVE,
        /// Make one of the two people.
        MERGE,
        /// Send the stored photo once more.
        INDEX_AGAIN,
        /// Let this one face in at the confidence it has. Written to the audit log.
        ACCEPT_LOWER,
        /// Remove the weakest photo and let this one in instead.
        DROP_WEAKEST,
        /// Nothing but patience; asks the service once more.
        WAIT,
        /// Remove the photo, which is not associated. Can be undone.
        REMOVE,
        /// Keep the photo associated as it is, and do not report the problem again.
        KEEP
    }

    /// One way to mend it.
    ///
    /// @param person for MOVE whose it seems to be, empty if somebody has to choose; for MERGE the one who stays
    /// @param photo for DROP_WEAKEST which one goes
    public record Remedy(Repair repair, Optional<PersonId> person, Optional<PhotoId> photo) {

        public static Remedy of(Repair repair) {
            return new Remedy(repair, Optional.empty(), Optional.empty());
        }

        /// The same with somebody chosen.
        public Remedy withPerson(PersonId chosen) {
            return new Remedy(repair, Optional.of(chosen), photo);
        }
    }
}

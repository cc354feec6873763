package io.vestibule.cloud;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Port: compares every face of a collection that has a user with all users, as a search by that photo would. Blocks,
/// for a collection of many thousand faces for minutes, with a service over the network for hours.
public interface GalleryScores {

    /// Number of calls for one face that Amazon charges for; 0 for an engine that needs none.
    int chargedCallsAFace();

    /// Passes the scores of one face after the other, in no particular order. Faces without a user are left out, and
    /// those that disappear meanwhile. An exception of `faces` ends the reading and is passed on.
    ///
    /// @param least 0..100, lowest similarity to another user that is reported
    /// @throws CloudException if the service does not answer; then what was passed on is not all of it
    void read(String collectionId, float least, Consumer<FaceScores> faces);

    /// What one face is similar to.
    ///
    /// @param userId of the person whose face it is
    /// @param own similarity to what the collection has of that person without this face; empty if it has no other
    /// @param others other users, best first; at most 500
    record FaceScores(String userId, Optional<Float> own, List<Alike> others) {

        public FaceScores {
            others = List.copyOf(others);
        }
    }

    /// @param similarity 0..100
    record Alike(String userId, float similarity) {}
}

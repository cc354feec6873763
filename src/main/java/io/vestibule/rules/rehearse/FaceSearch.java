package io.vestibule.rules.rehearse;

import io.vestibule.photo.Pixels;
import java.util.List;

/// Port: detects the face in a picture and searches a collection with it, as the VMS does with a camera frame. The
/// picture is not stored.
public interface FaceSearch {

    /// Similarity threshold for a match, 0..100 on the scale of the engine in use. The threshold of the VMS is not
    /// public.
    float defaultThreshold();

    /// Lowest similarity that a search should ask for.
    float minSimilarity();

    /// Blocks, perhaps for the network. A failure of the collection is thrown as its own exception type.
    ///
    /// @param collection id of the rule's own collection
    /// @param picture a picture file of any supported format
    FaceSearchResult search(String collection, byte[] picture) throws Exception;

    /// The same search with a picture that the camera of this computer took.
    FaceSearchResult search(String collection, Pixels picture) throws Exception;

    /// Result of the search.
    ///
    /// @param hasFace whether a face was detected that can be searched with
    /// @param findings quality problems of the face, as keys of `check.Reason`
    /// @param hits the most similar first
    /// @param engine the engine that computed the similarities
    /// @param thumbnail JPEG of the face, or of the picture
    @SuppressWarnings("ArrayRecordComponent") // shared read-only
    record FaceSearchResult(boolean hasFace, List<String> findings, List<Hit> hits, String engine, byte[] thumbnail) {
        public FaceSearchResult {
            findings = List.copyOf(findings);
            hits = List.copyOf(hits);
        }
    }

    /// @param similarity 0..100
    record Hit(String userId, float similarity) {}
}

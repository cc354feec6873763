package io.vestibule.rules.rehearse;

import io.vestibule.photo.Pixels;
import java.util.List;

/// Port: looks at a picture and searches a collection with it, as the VMS does with a frame of a camera. The picture
/// is used and forgotten.
public interface FaceSearch {

    /// Similarity from which on a match counts here, 0..100 on the scale of the engine in use. The VMS's own is not
    /// public.
    float defaultThreshold();

    /// Lowest similarity that is worth asking for.
    float minSimilarity();

    /// Blocks, perhaps for the network. Whatever the collection cannot do is thrown as its own failure.
    ///
    /// @param collection id of the rule's own collection
    /// @param picture a picture file of any kind
    FaceSearchResult search(String collection, byte[] picture) throws Exception;

    /// The same with a picture that a camera of this desk took.
    FaceSearchResult search(String collection, Pixels picture) throws Exception;

    /// What was seen.
    ///
    /// @param hasFace whether there was a face that can be searched with
    /// @param findings what is wrong with the face for recognising it, as keys of `check.Reason`
    /// @param hits best first
    /// @param engine whose similarities these are
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

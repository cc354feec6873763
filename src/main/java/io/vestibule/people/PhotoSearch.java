package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.util.List;

/// Port: who a photo shows. The photo is never stored. Implemented by `enrol`.
///
/// Calls may block for seconds, since they call the service.
public interface PhotoSearch {

    /// @param picture a file in any supported format
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    SearchResult search(Path picture);

    /// A picture that is decoded already, for example from the clipboard.
    SearchResult search(Pixels picture);

    /// The result of a search.
    sealed interface SearchResult {

        /// @param probe JPEG, 4:5 around the face
        /// @param matches best match first; empty if nobody in the collection matches
        /// @param threshold lowest similarity of a match, 0..100 on the scale of `engine`
        /// @param among number of people who were searched
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record Searched(byte[] probe, List<Candidate> matches, float threshold, String engine, long among)
                implements SearchResult {

            public Searched {
                matches = List.copyOf(matches);
            }
        }

        /// A picture without a face that can be searched for.
        ///
        /// @param probe JPEG, 4:5
        /// @param reasons display text of each reason, with what to do
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record NoFace(byte[] probe, List<String> reasons) implements SearchResult {

            public NoFace {
                reasons = List.copyOf(reasons);
            }
        }

        /// Not a picture that can be read, or too large.
        record Unreadable(Problem problem) implements SearchResult {}
    }

    /// A person who is similar to the face on the photo.
    ///
    /// @param similarity 0..100 on the scale of the engine
    record Candidate(PersonId person, String name, float similarity) {}
}

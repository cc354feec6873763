package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.util.List;

/// Port: who a photo shows. The photo is looked at and never stored. Answered by whoever enrols people.
///
/// Calls ask the service, so they may take seconds.
public interface PhotoSearch {

    /// @param picture a file of whatever kind
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    SearchResult search(Path picture);

    /// A picture that is decoded already, for example from the clipboard.
    SearchResult search(Pixels picture);

    /// What became of the photo.
    sealed interface SearchResult {

        /// @param probe JPEG, 4:5 around the face
        /// @param matches best first; empty if the collection has nobody like that
        /// @param threshold from where on somebody is named, 0..100 on the scale of `engine`
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record Searched(byte[] probe, List<Candidate> matches, float threshold, String engine) implements SearchResult {

            public Searched {
                matches = List.copyOf(matches);
            }
        }

        /// A picture with no face that could be searched for.
        ///
        /// @param probe JPEG, 4:5
        /// @param reasons in plain words, each with what to do
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record NoFace(byte[] probe, List<String> reasons) implements SearchResult {

            public NoFace {
                reasons = List.copyOf(reasons);
            }
        }

        /// Not a picture that can be read, or too large.
        record Unreadable(Problem problem) implements SearchResult {}
    }

    /// Somebody who looks like the photo.
    ///
    /// @param similarity 0..100 on the scale of the engine
    record Candidate(PersonId person, String name, float similarity) {}
}

package io.vestibule.rules.rehearse.recording;

import io.vestibule.rules.rehearse.FaceSearch.FaceSearchResult;
import io.vestibule.rules.rehearse.FaceSearch.Hit;
import java.util.List;
import java.util.Optional;

/// One appearance in a recording, and who it may be.
public record Appearance(TrackedFace face, FaceSearchResult seen) {

    /// The most similar person, if similar enough.
    ///
    /// @param threshold 0..100
    public Optional<Hit> person(float threshold) {
        return seen.hits().stream().findFirst().filter(hit -> hit.similarity() >= threshold);
    }

    /// How much more similar the first person is than the second, in percentage points; empty if there is no second.
    public Optional<Float> margin() {
        List<Hit> hits = seen.hits();
        return hits.size() < 2
                ? Optional.empty()
                : Optional.of(hits.get(0).similarity() - hits.get(1).similarity());
    }
}

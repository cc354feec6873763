package io.vestibule.rules.rehearse.recording;

import io.vestibule.rules.rehearse.FaceSearch.Hit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The appearances of a recording at one threshold: a lane for each person, and one for the faces of nobody known.
///
/// @param lanes by the first appearance; the lane of unknown faces last
public record TimeLine(Duration length, List<Lane> lanes) {

    /// @param userId empty for the lane of unknown faces
    public record Lane(Optional<String> userId, List<Appearance> appearances) {}

    public TimeLine {
        lanes = List.copyOf(lanes);
    }

    /// @param threshold 0..100
    public static TimeLine of(Duration length, List<Appearance> appearances, float threshold) {
        Map<String, List<Appearance>> known = new LinkedHashMap<>();
        List<Appearance> unknown = new ArrayList<>();
        for (Appearance appearance : appearances) {
            appearance
                    .person(threshold)
                    .map(Hit::userId)
                    .map(id -> known.computeIfAbsent(id, _ -> new ArrayList<>()))
                    .orElse(unknown)
                    .add(appearance);
        }
        List<Lane> lanes = new ArrayList<>();
        known.forEach((id, of) -> lanes.add(new Lane(Optional.of(id), of)));
        if (!unknown.isEmpty()) {
            lanes.add(new Lane(Optional.empty(), unknown));
        }
        return new TimeLine(length, lanes);
    }
}

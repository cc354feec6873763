package io.vestibule.rules.rehearse.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Follows faces from picture to picture by their place and their likeness. Not thread-safe.
public final class FaceTracker {

    /// Share of overlap from which two boxes may be of one face that hardly moved.
    static final double OVERLAP = 0.25;

    /// Below this likeness it is somebody else, also in the same place. Blurred pictures of one person are above.
    static final double NOT_ANOTHER = 0.2;

    /// From this likeness it is the same face, wherever in the picture. Two people reach 0.35 once in a thousand.
    static final double SAME_FACE = 0.45;

    /// A face that is away for longer appears anew when it comes back.
    static final Duration GAP = Duration.ofSeconds(3);

    /// What is seen once only is a mistake of the detector more often than a person.
    static final int LEAST_SIGHTINGS = 2;

    private record Pair(FaceTrack track, FaceSighting sighting, double affinity) {}

    private final List<FaceTrack> open = new ArrayList<>();

    /// The faces of the next picture.
    ///
    /// @param at time of the picture; never before that of the previous one
    /// @return appearances that are over now
    public List<FaceTrack> add(Duration at, List<FaceSighting> sightings) {
        List<FaceTrack> over = close(at);
        List<Pair> pairs = new ArrayList<>();
        for (FaceTrack track : open) {
            for (FaceSighting sighting : sightings) {
                double affinity = track.affinity(sighting);
                if (affinity > 0) {
                    pairs.add(new Pair(track, sighting, affinity));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::affinity).reversed());
        Set<FaceTrack> continued = new HashSet<>();
        List<FaceSighting> left = new ArrayList<>(sightings);
        for (Pair pair : pairs) {
            if (!continued.contains(pair.track()) && left.remove(pair.sighting())) {
                continued.add(pair.track());
                pair.track().add(pair.sighting());
            }
        }
        left.forEach(sighting -> open.add(new FaceTrack(sighting)));
        return over;
    }

    /// The end of the recording.
    ///
    /// @return the appearances that were not over yet
    public List<FaceTrack> end() {
        List<FaceTrack> over = open.stream().filter(FaceTracker::counts).toList();
        open.clear();
        return over;
    }

    private List<FaceTrack> close(Duration at) {
        List<FaceTrack> over = open.stream()
                .filter(track -> track.to().plus(GAP).compareTo(at) < 0)
                .toList();
        open.removeAll(over);
        return over.stream().filter(FaceTracker::counts).toList();
    }

    private static boolean counts(FaceTrack track) {
        return track.sightings() >= LEAST_SIGHTINGS;
    }
}

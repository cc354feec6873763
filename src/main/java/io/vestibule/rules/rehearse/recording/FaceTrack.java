package io.vestibule.rules.rehearse.recording;

import java.time.Duration;

/// One appearance of one face: its sightings from the first to the last. Keeps only two of them, the last one to
/// recognise the next by, and the best one to search with.
public final class FaceTrack {

    private final Duration from;
    private FaceSighting last;
    private FaceSighting best;
    private int sightings = 1;

    FaceTrack(FaceSighting first) {
        this.from = first.at();
        this.last = first;
        this.best = first;
    }

    void add(FaceSighting next) {
        last = next;
        sightings++;
        if (next.quality() > best.quality()) {
            best = next;
        }
    }

    /// How well a sighting continues this track; 0 if it does not. Both the place and the face decide: somebody
    /// else may step into the same place, and a face may cross the picture between two looks.
    double affinity(FaceSighting next) {
        double same = Math.max(last.cosine(next), best.cosine(next));
        double overlap = last.box().overlap(next.box());
        boolean stays = overlap >= FaceTracker.OVERLAP && same >= FaceTracker.NOT_ANOTHER;
        return stays || same >= FaceTracker.SAME_FACE ? Math.max(0, same) + overlap : 0;
    }

    public Duration from() {
        return from;
    }

    public Duration to() {
        return last.at();
    }

    /// The sighting of the highest quality.
    public FaceSighting best() {
        return best;
    }

    public int sightings() {
        return sightings;
    }
}

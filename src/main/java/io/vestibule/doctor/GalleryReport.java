package io.vestibule.doctor;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a gallery self-test measured. Each enrolled photo took the place of a photo at a camera: it was compared with
/// all other people, and with its own person as if it had not been enrolled.
///
/// @param people with a face
/// @param threshold of searches when it ran, per cent
/// @param tolerated share of strangers who may match somebody, 0..1
/// @param closest pairs of different people, most alike first
public record GalleryReport(
        Run run, long people, float threshold, double tolerated, Scores scores, List<Pair> closest) {

    private static final float STEP = .1f;
    private static final float HIGHEST = 100;

    /// @param engine whose scores these are
    public record Run(UUID id, CompanyId company, UUID collection, Instant ended, String engine) {}

    /// @param best of each face, its best match among other people
    /// @param others all matches with other people
    /// @param own similarities to the own person; only of people with several faces
    public record Scores(ScoreHistogram best, ScoreHistogram others, ScoreHistogram own) {}

    /// @param first user id
    /// @param second user id
    /// @param firstPerson empty for a user of another program
    /// @param similarity 0..100, the highest of any photo of one of them
    public record Pair(
            String first,
            String second,
            Optional<PersonId> firstPerson,
            Optional<PersonId> secondPerson,
            float similarity) {}

    public GalleryReport {
        closest = List.copyOf(closest);
    }

    public long faces() {
        return scores.best().total();
    }

    /// Number of faces that match somebody else at this threshold.
    public long mistaken(float atLeast) {
        return scores.best().reaching(atLeast);
    }

    /// Number of faces that do not find their own person at this threshold.
    public long missed(float atLeast) {
        return scores.own().total() - scores.own().reaching(atLeast);
    }

    /// Number of faces of people who have several.
    public long tried() {
        return scores.own().total();
    }

    /// Expected number of false matches in one search for a stranger.
    public double falseMatchesASearch(float atLeast) {
        return faces() == 0 ? 0 : (double) scores.others().reaching(atLeast) / faces();
    }

    /// Lowest threshold at which no more strangers than tolerated match somebody, for a collection of this size. Empty
    /// if there are too few faces to tell: a share of 5 % cannot be seen among ten.
    public Optional<Float> proposed() {
        for (int step = 0; ScoreHistogram.LEAST + step * STEP <= HIGHEST; step++) {
            float threshold = ScoreHistogram.LEAST + step * STEP;
            // One more than was seen: what was never seen among n may still happen once in n.
            if (mistaken(threshold) + 1 <= tolerated * (faces() + 1)) {
                return Optional.of(threshold);
            }
        }
        return Optional.empty();
    }
}

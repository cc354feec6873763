package io.vestibule.doctor;

import io.vestibule.cloud.GalleryScores.Alike;
import io.vestibule.cloud.GalleryScores.FaceScores;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The pairs of users that are most alike, each once with its highest similarity.
final class ClosestPairs {

    private static final int MOST = 20;

    /// Pairs are dropped only now and then.
    private static final int KEPT = 1_000;

    private final Map<Ids, Float> pairs = new HashMap<>();
    private float least;

    private record Ids(String first, String second) {

        static Ids of(String one, String other) {
            return one.compareTo(other) < 0 ? new Ids(one, other) : new Ids(other, one);
        }
    }

    /// @param first user id, the lower one
    record Found(String first, String second, float similarity) {}

    void add(FaceScores face) {
        for (Alike other : face.others()) {
            if (other.similarity() >= least) {
                pairs.merge(Ids.of(face.userId(), other.userId()), other.similarity(), Math::max);
            }
        }
        if (pairs.size() > KEPT) {
            var best = sorted().limit(MOST).toList();
            pairs.clear();
            best.forEach(pair -> pairs.put(new Ids(pair.first(), pair.second()), pair.similarity()));
            least = best.getLast().similarity();
        }
    }

    /// Most alike first.
    List<Found> best() {
        return sorted().limit(MOST).toList();
    }

    private Stream<Found> sorted() {
        return pairs.entrySet().stream()
                .map(pair -> new Found(pair.getKey().first(), pair.getKey().second(), pair.getValue()))
                .sorted(Comparator.comparingDouble(Found::similarity)
                        .reversed()
                        .thenComparing(Found::first)
                        .thenComparing(Found::second));
    }
}

package io.vestibule.bulk;

import io.vestibule.base.CompanyId;
import io.vestibule.base.CpuPool;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.FaceVectorStore;
import io.vestibule.vision.Calibration;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.VectorModel;
import io.vestibule.vision.search.Neighbour;
import io.vestibule.vision.search.SearchProbe;
import io.vestibule.vision.search.VectorIndex;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// Finds the same photo in two rows, the same face in two rows, and faces of people who are enrolled under another
/// number, by the vectors of the embedded engine: nothing is sent.
public final class SameFaceSearch {

    private static final int PAGE = 500;

    /// Rows that may look like one enrolled face; the others are found when they are enrolled.
    private static final int ALIKE = 200;

    private static final Set<RowState> COMPARED = Set.of(RowState.READY, RowState.ASK);

    private final ImportContext context;
    private final Supplier<VectorModel> localModel;
    private final LongFunction<Float> threshold;

    /// @param localModel the model that computed the vectors
    /// @param threshold lowest similarity of two faces that are the same person, among so many people
    public SameFaceSearch(ImportContext context, Supplier<VectorModel> localModel, LongFunction<Float> threshold) {
        this.context = context;
        this.localModel = localModel;
        this.threshold = threshold;
    }

    @SuppressWarnings("ArrayRecordComponent") // read only
    private record Candidate(UUID row, int place, Optional<PersonId> person, float[] vector) {}

    /// Vectors with the scores of the cohort.
    private static final class CohortIndex {

        private final Cohort cohort;
        private final VectorIndex vectors = new VectorIndex(FaceVector.LENGTH);

        CohortIndex(Cohort cohort) {
            this.cohort = cohort;
        }

        void put(long key, float[] vector) {
            vectors.put(key, vector, cohort.score(vector));
        }

        List<Neighbour> nearest(float[] vector, int most, float least) {
            return vectors.nearest(new SearchProbe(vector, cohort.score(vector)), most, least, _ -> true);
        }
    }

    /// The closest other face so far.
    private static final class Closest {
        private float score = Float.NEGATIVE_INFINITY;
        private Optional<PersonId> person = Optional.empty();
        private int place;
    }

    void compare(UUID run) {
        samePhotos(run);
        var candidates = candidates(run);
        var company = context.run(run).company();
        long people = context.enrol().people().persons().count(company) + candidates.size();
        float least = Calibration.score(threshold.apply(people));
        var closest = candidates.stream().map(_ -> new Closest()).toList();
        var index = new CohortIndex(localModel.get().cohort());
        for (int from = 0; from < candidates.size(); from += PAGE) {
            requireNotCancelled();
            int first = from;
            CpuPool.ANALYSIS.run(() -> compareWithEarlier(candidates, closest, index, first, least));
        }
        enrolled(company, candidates, closest, index, least);
        for (int i = 0; i < candidates.size(); i++) {
            note(candidates.get(i), closest.get(i));
        }
    }

    /// Each row of a page is compared with those before it, and added to the index.
    private static Boolean compareWithEarlier(
            List<Candidate> candidates, List<Closest> closest, CohortIndex index, int first, float least) {
        for (int i = first; i < Math.min(first + PAGE, candidates.size()); i++) {
            var found = closest.get(i);
            index.nearest(candidates.get(i).vector(), 1, least).forEach(neighbour -> {
                found.score = neighbour.score();
                found.place = candidates.get((int) neighbour.key()).place();
            });
            index.put(i, candidates.get(i).vector());
        }
        return true;
    }

    private void samePhotos(UUID run) {
        var first = new HashMap<String, Integer>();
        context.rows().all(run, COMPARED).toList().forEach(row -> {
            for (var digest : row.content().photoDigests()) {
                var earlier = first.putIfAbsent(digest.sha256(), row.place());
                if (earlier != null && earlier != row.place()) {
                    var issues = new ArrayList<>(row.content().issues());
                    issues.addFirst(RowIssue.refusing(new BulkFailure.SamePhoto(earlier).problem()));
                    context.rows()
                            .update(row.with(RowState.REFUSED, row.content().withIssues(issues)));
                    break;
                }
            }
        });
    }

    private List<Candidate> candidates(UUID run) {
        return context.rows()
                .all(run, Set.of(RowState.READY))
                .flatMap(row -> context.rows().vector(row.id()).stream()
                        .map(bytes -> new Candidate(row.id(), row.place(), row.person(), floats(bytes))))
                .toList();
    }

    /// Each enrolled face is looked for among the rows, of which there are usually fewer.
    private void enrolled(
            CompanyId company, List<Candidate> candidates, List<Closest> closest, CohortIndex index, float least) {
        var after = Optional.<PhotoId>empty();
        var page = context.enrol()
                .people()
                .vectors()
                .page(company, localModel.get().engine(), after, PAGE);
        while (!page.isEmpty() && !candidates.isEmpty()) {
            requireNotCancelled();
            var stored = page;
            CpuPool.ANALYSIS.run(() -> compareWith(stored, candidates, closest, index, least));
            after = Optional.of(page.getLast().photo());
            page = context.enrol()
                    .people()
                    .vectors()
                    .page(company, localModel.get().engine(), after, PAGE);
        }
    }

    private static Boolean compareWith(
            List<FaceVectorStore.StoredVector> stored,
            List<Candidate> candidates,
            List<Closest> closest,
            CohortIndex index,
            float least) {
        for (var vector : stored) {
            for (var neighbour : index.nearest(vector.values(), ALIKE, least)) {
                int row = (int) neighbour.key();
                boolean own = candidates
                        .get(row)
                        .person()
                        .filter(vector.person()::equals)
                        .isPresent();
                if (!own && neighbour.score() > closest.get(row).score) {
                    closest.get(row).score = neighbour.score();
                    closest.get(row).person = Optional.of(vector.person());
                }
            }
        }
        return true;
    }

    private void note(Candidate candidate, Closest closest) {
        if (closest.score == Float.NEGATIVE_INFINITY) {
            return;
        }
        var row = context.rows().find(candidate.row()).orElseThrow();
        float similarity = Calibration.similarity(closest.score);
        if (closest.person.isPresent()) {
            context.rows().update(row.with(RowState.ASK, row.content().withSimilar(closest.person.get(), similarity)));
            return;
        }
        var issues = new ArrayList<>(row.content().issues());
        issues.addFirst(RowIssue.warning(new BulkFailure.SameFace(closest.place).problem()));
        context.rows().update(row.with(RowState.ASK, row.content().withIssues(issues)));
    }

    private static void requireNotCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The check was cancelled");
        }
    }

    private static float[] floats(byte[] bytes) {
        var floats = ByteBuffer.wrap(bytes).asFloatBuffer();
        var vector = new float[floats.remaining()];
        floats.get(vector);
        return vector;
    }
}

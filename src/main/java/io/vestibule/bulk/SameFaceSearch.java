package io.vestibule.bulk;

import io.vestibule.base.CompanyId;
import io.vestibule.base.CpuPool;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.FaceVectorStore;
import io.vestibule.vision.Calibration;
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
    private static final Set<RowState> COMPARED = Set.of(RowState.READY, RowState.ASK);

    private final ImportContext context;
    private final Supplier<String> localEngine;
    private final LongFunction<Float> threshold;

    /// @param localEngine name of the embedded engine
    /// @param threshold lowest similarity of two faces that are the same person, among so many people
    public SameFaceSearch(ImportContext context, Supplier<String> localEngine, LongFunction<Float> threshold) {
        this.context = context;
        this.localEngine = localEngine;
        this.threshold = threshold;
    }

    @SuppressWarnings("ArrayRecordComponent") // read only
    private record Candidate(UUID row, int place, Optional<PersonId> person, float[] vector) {}

    /// The closest other face so far.
    private static final class Closest {
        private float cosine = -1;
        private Optional<PersonId> person = Optional.empty();
        private int place;
    }

    void compare(UUID run) {
        samePhotos(run);
        var candidates = candidates(run);
        var company = context.run(run).company();
        long people = context.enrol().people().persons().count(company) + candidates.size();
        float least = Calibration.cosine(threshold.apply(people));
        var closest = candidates.stream().map(_ -> new Closest()).toList();
        enrolled(company, candidates, closest, least);
        for (int i = 1; i < candidates.size(); i++) {
            requireNotCancelled();
            int last = i;
            CpuPool.ANALYSIS.run(() -> compareWithEarlier(candidates, closest, last, least));
        }
        for (int i = 0; i < candidates.size(); i++) {
            note(candidates.get(i), closest.get(i));
        }
    }

    private static Boolean compareWithEarlier(
            List<Candidate> candidates, List<Closest> closest, int last, float least) {
        var found = closest.get(last);
        for (int i = 0; i < last; i++) {
            float cosine = dot(candidates.get(i).vector(), candidates.get(last).vector());
            if (cosine >= least && cosine > found.cosine) {
                found.cosine = cosine;
                found.person = Optional.empty();
                found.place = candidates.get(i).place();
            }
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

    private void enrolled(CompanyId company, List<Candidate> candidates, List<Closest> closest, float least) {
        var after = Optional.<PhotoId>empty();
        var page = context.enrol().people().vectors().page(company, localEngine.get(), after, PAGE);
        while (!page.isEmpty() && !candidates.isEmpty()) {
            requireNotCancelled();
            var stored = page;
            CpuPool.ANALYSIS.run(() -> compareWith(stored, candidates, closest, least));
            after = Optional.of(page.getLast().photo());
            page = context.enrol().people().vectors().page(company, localEngine.get(), after, PAGE);
        }
    }

    private static Boolean compareWith(
            List<FaceVectorStore.StoredVector> stored, List<Candidate> candidates, List<Closest> closest, float least) {
        for (int i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            for (var vector : stored) {
                float cosine = dot(vector.values(), candidate.vector());
                boolean own = candidate.person().filter(vector.person()::equals).isPresent();
                if (!own && cosine >= least && cosine > closest.get(i).cosine) {
                    closest.get(i).cosine = cosine;
                    closest.get(i).person = Optional.of(vector.person());
                }
            }
        }
        return true;
    }

    private void note(Candidate candidate, Closest closest) {
        if (closest.cosine < 0) {
            return;
        }
        var row = context.rows().find(candidate.row()).orElseThrow();
        float similarity = Calibration.similarity(closest.cosine);
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

    /// Four sums at a time, which do not wait for each other.
    private static float dot(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        return a + b + c + d;
    }
}

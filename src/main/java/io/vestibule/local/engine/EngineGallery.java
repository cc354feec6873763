package io.vestibule.local.engine;

import io.vestibule.base.CpuPool;
import io.vestibule.cloud.GalleryScores;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.UserRow;
import io.vestibule.vision.Calibration;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.search.Neighbour;
import io.vestibule.vision.search.SearchProbe;
import io.vestibule.vision.search.VectorIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// All faces against all users from the vectors in memory: nothing is sent, nothing is charged. The own score is that
/// of a search whose photo was never enrolled: the user vector is computed without the face.
///
/// Some users at a time are read on the caller's thread and compared on all cores.
final class EngineGallery implements GalleryScores {

    private static final int USERS_AT_ONCE = 64;
    private static final int MOST_OTHERS = 500;

    private final Engine engine;

    EngineGallery(Engine engine) {
        this.engine = engine;
    }

    /// A user with the vectors of their faces.
    private record Member(UserRow user, List<float[]> faces) {}

    /// Scores of one face, before the ids of the others are known.
    private record Scored(String userId, Optional<Float> own, List<Neighbour> others) {}

    @Override
    public int chargedCallsAFace() {
        return 0;
    }

    @Override
    public void read(String collectionId, float least, Consumer<FaceScores> faces) {
        var collection = engine.collection(collectionId);
        var index = engine.vectorCache().users(collection);
        var cohort = engine.vectorCache().cohort(collection);
        var ids = new HashMap<Long, String>();
        var page = page(collection, 0);
        while (!page.isEmpty()) {
            var members = page.stream()
                    .map(user -> new Member(user, engine.store().faces().vectorsOf(user.number(), engine.model())))
                    .toList();
            page.forEach(user -> ids.put(user.number(), user.id()));
            var scored = CpuPool.ANALYSIS.runAll(members.stream()
                    .<Supplier<List<Scored>>>map(member -> () -> scores(index, cohort, member, least))
                    .toList());
            resolve(scored, ids);
            scored.stream()
                    .flatMap(List::stream)
                    .forEach(face -> faces.accept(new FaceScores(face.userId(), face.own(), others(face, ids))));
            page = page(collection, page.getLast().number());
        }
    }

    private List<UserRow> page(CollectionRow collection, long after) {
        return engine.store().users().page(collection.number(), after, USERS_AT_ONCE);
    }

    private static List<Scored> scores(VectorIndex index, Cohort cohort, Member member, float least) {
        var scores = new ArrayList<Scored>();
        for (int face = 0; face < member.faces().size(); face++) {
            var probe = member.faces().get(face);
            scores.add(new Scored(
                    member.user().id(),
                    own(cohort, member.faces(), face),
                    index
                            .nearest(
                                    new SearchProbe(probe, cohort.score(probe)),
                                    MOST_OTHERS,
                                    Calibration.leastScore(least),
                                    number -> number != member.user().number())
                            .stream()
                            .filter(found -> Calibration.similarity(found.score()) >= least)
                            .toList()));
        }
        return scores;
    }

    private static Optional<Float> own(Cohort cohort, List<float[]> faces, int without) {
        var rest = new ArrayList<>(faces);
        var probe = rest.remove(without);
        return Optional.ofNullable(UserVector.of(rest))
                .map(vector -> cohort.similarity(new FaceVector(vector), new FaceVector(probe)));
    }

    /// Reads the ids of those users that were found before their page was read.
    private void resolve(List<List<Scored>> scored, Map<Long, String> ids) {
        var unknown = new HashSet<Long>();
        scored.stream()
                .flatMap(List::stream)
                .flatMap(face -> face.others().stream())
                .map(Neighbour::key)
                .filter(number -> !ids.containsKey(number))
                .forEach(unknown::add);
        engine.store().users().byNumbers(unknown).forEach((number, user) -> ids.put(number, user.id()));
    }

    private static List<Alike> others(Scored face, Map<Long, String> ids) {
        return face.others().stream()
                .filter(found -> ids.containsKey(found.key())) // it may have been deleted in the meantime
                .map(found ->
                        new Alike(Objects.requireNonNull(ids.get(found.key())), Calibration.similarity(found.score())))
                .toList();
    }
}

package io.vestibule.local.engine;

import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.EngineStore;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.search.VectorIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Cache of the vectors of the current model and of the cohorts that normalise their scores, by collection. Face
/// vectors and user vectors are each loaded from the
/// database by the first search that needs them, and updated by every change after that. The methods that change
/// something are called after the change is committed, while no other change runs.
final class VectorCache {

    private final EngineStore store;
    private final int model;
    private final Cohort shipped;
    private final InstantSource clock;
    private final Duration visibility;
    private final Map<Long, VectorIndex> faces = new ConcurrentHashMap<>();
    private final Map<Long, VectorIndex> users = new ConcurrentHashMap<>();
    private final Map<Long, Cohort> cohorts = new ConcurrentHashMap<>();

    /// Time until which a face is hidden from searches, by face number. Empty except in tests of a slow service.
    private final Map<Long, Instant> hidden = new ConcurrentHashMap<>();

    VectorCache(EngineStore store, int model, Cohort shipped, EngineSettings settings) {
        this.store = store;
        this.model = model;
        this.shipped = shipped;
        this.clock = settings.clock();
        this.visibility = settings.visibility();
    }

    VectorIndex faces(CollectionRow collection) {
        return loaded(faces, collection, () -> {
            var now = clock.instant();
            hidden.putAll(store.faces().hidden(collection.number(), now));
            // No face is hidden longer: such a time was written while the clock was wrong.
            hidden.values().removeIf(until -> until.isAfter(now.plus(visibility)));
            var cohort = cohort(collection);
            var faces = new VectorIndex(FaceVector.LENGTH);
            store.faces()
                    .forEachVector(
                            collection.number(),
                            model,
                            (number, vector) -> faces.put(number, vector, cohort.score(vector)));
            return faces;
        });
    }

    /// The user vectors. From [CollectionCohort#LEAST_USERS] on, mean faces of the collection's own users join its
    /// cohort when they are loaded; the cohort then stays the same until the program ends, so that a score does not
    /// change with every enrolment.
    VectorIndex users(CollectionRow collection) {
        return loaded(users, collection, () -> {
            var own = new CollectionCohort(shipped);
            var users = new VectorIndex(FaceVector.LENGTH);
            store.users().forEachVector(collection.number(), model, (number, vector) -> {
                own.add(vector);
                users.put(number, vector, shipped.score(vector));
            });
            var cohort = own.extended();
            if (cohort.size() > shipped.size()) {
                users.rescore(cohort::score);
            }
            cohorts.put(collection.number(), cohort);
            return users;
        });
    }

    /// The cohort that normalises the scores of the collection.
    Cohort cohort(CollectionRow collection) {
        var known = cohorts.get(collection.number());
        if (known != null) {
            return known;
        }
        users(collection);
        // The collection may have been deleted in the meantime.
        return cohorts.getOrDefault(collection.number(), shipped);
    }

    /// Accepts the faces that searches can find now.
    LongPredicate visible() {
        var now = clock.instant();
        hidden.values().removeIf(until -> !until.isAfter(now));
        return hidden.isEmpty() ? _ -> true : face -> !hidden.containsKey(face);
    }

    void putFace(CollectionRow collection, long number, float[] vector, Instant visibleAt) {
        if (visibleAt.isAfter(clock.instant())) {
            hidden.put(number, visibleAt);
        }
        known(faces, collection)
                .ifPresent(
                        blocks -> blocks.put(number, vector, cohort(collection).score(vector)));
    }

    void removeFace(CollectionRow collection, long number) {
        hidden.remove(number);
        known(faces, collection).ifPresent(blocks -> blocks.remove(number));
    }

    /// @param vector null if the user no longer has one
    void setUser(CollectionRow collection, long number, float @Nullable [] vector) {
        known(users, collection).ifPresent(blocks -> {
            if (vector == null) {
                blocks.remove(number);
            } else {
                blocks.put(number, vector, cohort(collection).score(vector));
            }
        });
    }

    void evict(CollectionRow collection) {
        faces.remove(collection.number());
        users.remove(collection.number());
        cohorts.remove(collection.number());
    }

    private static Optional<VectorIndex> known(Map<Long, VectorIndex> map, CollectionRow collection) {
        return Optional.ofNullable(map.get(collection.number()));
    }

    private VectorIndex loaded(Map<Long, VectorIndex> map, CollectionRow collection, Supplier<VectorIndex> load) {
        return known(map, collection)
                .orElseGet(() -> store.withLock(() -> {
                    // Not by computeIfAbsent: the faces load the users, and a map must not be changed while it
                    // computes.
                    var now = map.get(collection.number());
                    if (now == null) {
                        now = load.get();
                        map.put(collection.number(), now);
                    }
                    return now;
                }));
    }
}

package io.vestibule.local.engine;

import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.EngineStore;
import io.vestibule.local.engine.store.VectorSink;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.search.VectorIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Cache of the vectors of the current model, by collection. Face vectors and user vectors are each loaded from the
/// database by the first search that needs them, and updated by every change after that. The methods that change
/// something are called after the change is committed, while no other change runs.
final class VectorCache {

    private final EngineStore store;
    private final int model;
    private final InstantSource clock;
    private final Duration visibility;
    private final Map<Long, VectorIndex> faces = new ConcurrentHashMap<>();
    private final Map<Long, VectorIndex> users = new ConcurrentHashMap<>();

    /// Time until which a face is hidden from searches, by face number. Empty except in tests of a slow service.
    private final Map<Long, Instant> hidden = new ConcurrentHashMap<>();

    VectorCache(EngineStore store, int model, EngineSettings settings) {
        this.store = store;
        this.model = model;
        this.clock = settings.clock();
        this.visibility = settings.visibility();
    }

    VectorIndex faces(CollectionRow collection) {
        return loaded(faces, collection, sink -> {
            var now = clock.instant();
            hidden.putAll(store.faces().hidden(collection.number(), now));
            // No face is hidden longer: such a time was written while the clock was wrong.
            hidden.values().removeIf(until -> until.isAfter(now.plus(visibility)));
            store.faces().forEachVector(collection.number(), model, sink);
        });
    }

    VectorIndex users(CollectionRow collection) {
        return loaded(users, collection, sink -> store.users().forEachVector(collection.number(), model, sink));
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
        known(faces, collection).ifPresent(blocks -> blocks.put(number, vector));
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
                blocks.put(number, vector);
            }
        });
    }

    void evict(CollectionRow collection) {
        faces.remove(collection.number());
        users.remove(collection.number());
    }

    private static Optional<VectorIndex> known(Map<Long, VectorIndex> map, CollectionRow collection) {
        return Optional.ofNullable(map.get(collection.number()));
    }

    private VectorIndex loaded(Map<Long, VectorIndex> map, CollectionRow collection, Consumer<VectorSink> source) {
        return known(map, collection)
                .orElseGet(() -> store.withLock(() -> map.computeIfAbsent(collection.number(), _ -> {
                    var blocks = new VectorIndex(FaceVector.LENGTH);
                    source.accept(blocks::put);
                    return blocks;
                })));
    }
}

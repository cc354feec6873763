package io.vestibule.local.engine;

import io.vestibule.local.engine.search.VectorBlocks;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.EngineStore;
import io.vestibule.vision.FaceVector;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/// Vectors of the present model in memory, by collection; each collection is read from the database at its first
/// search and kept in step by every change after that.
final class Vectors {

    private final EngineStore store;
    private final int model;
    private final InstantSource clock;
    private final Map<Long, InMemory> loaded = new ConcurrentHashMap<>();

    Vectors(EngineStore store, int model, InstantSource clock) {
        this.store = store;
        this.model = model;
        this.clock = clock;
    }

    /// @param hidden faces that searches do not find before the given time
    record InMemory(VectorBlocks faces, VectorBlocks users, Map<Long, Instant> hidden) {

        void hide(long face, Instant until, Instant now) {
            if (until.isAfter(now)) {
                hidden.put(face, until);
            }
        }

        LongPredicate visible(Instant now) {
            hidden.values().removeIf(until -> !until.isAfter(now));
            return hidden.isEmpty() ? _ -> true : face -> !hidden.containsKey(face);
        }
    }

    /// The vectors of the collection, read now if they were not yet.
    InMemory of(CollectionRow collection) {
        var ready = loaded.get(collection.number());
        return ready != null
                ? ready
                : store.alone(() -> loaded.computeIfAbsent(collection.number(), _ -> load(collection)));
    }

    /// Does something to the vectors if they are in memory; to be called after a change is on disk.
    void update(CollectionRow collection, Consumer<InMemory> change) {
        Optional.ofNullable(loaded.get(collection.number())).ifPresent(change);
    }

    void drop(CollectionRow collection) {
        loaded.remove(collection.number());
    }

    private InMemory load(CollectionRow collection) {
        var vectors = new InMemory(
                new VectorBlocks(FaceVector.LENGTH), new VectorBlocks(FaceVector.LENGTH), new ConcurrentHashMap<>());
        store.faces().vectors(collection.number(), model, vectors.faces()::put);
        store.users().vectors(collection.number(), model, vectors.users()::put);
        vectors.hidden().putAll(store.faces().hidden(collection.number(), clock.instant()));
        return vectors;
    }
}

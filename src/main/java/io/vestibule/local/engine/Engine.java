package io.vestibule.local.engine;

import io.vestibule.cloud.PhotoBucket;
import io.vestibule.local.engine.picture.Images;
import io.vestibule.local.engine.protocol.PageTokens;
import io.vestibule.local.engine.protocol.Refusals;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.EngineStore;
import io.vestibule.local.engine.store.UserRow;
import io.vestibule.vision.Vision;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.rekognition.model.UserStatus;

/// What the operations share: the database, the vectors in memory, the eyes, the settings.
final class Engine implements AutoCloseable {

    private static final int WARM_PAGE = 100;

    private final EngineStore store;
    private final EngineSettings settings;
    private final Images images;
    private final Vectors vectors;
    private final PageTokens pages;
    private final int model;

    private Engine(EngineStore store, Images images, String modelName, EngineSettings settings) {
        this.store = store;
        this.settings = settings;
        this.images = images;
        this.model = store.model(modelName);
        this.vectors = new Vectors(store, model, settings.clock());
        this.pages = new PageTokens(store.pageKey());
    }

    static Engine open(Path folder, char[] key, Vision vision, Optional<PhotoBucket> bucket, EngineSettings settings) {
        return new Engine(EngineStore.open(folder, key), new Images(vision, bucket), vision.engine(), settings);
    }

    EngineStore store() {
        return store;
    }

    EngineSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return settings.clock();
    }

    Instant now() {
        return settings.clock().instant();
    }

    Images images() {
        return images;
    }

    Vectors vectors() {
        return vectors;
    }

    PageTokens pages() {
        return pages;
    }

    /// Number of the model that sees now.
    int model() {
        return model;
    }

    /// As the service spells model versions; a leading zero, which the service never used, tells ours from its.
    static String version(int model) {
        return "0." + model;
    }

    String modelVersion() {
        return version(model);
    }

    CollectionRow collection(String id) {
        return store.collections().byId(id).orElseThrow(() -> Refusals.noSuchCollection(id));
    }

    UserRow user(CollectionRow collection, String id) {
        return store.users().byId(collection.number(), id).orElseThrow(() -> Refusals.noSuchUser(id));
    }

    /// Loads the user vectors of every collection, so that the first search does not wait for them.
    void warmUp() {
        var page = store.collections().page(0, WARM_PAGE);
        while (!page.isEmpty()) {
            page.forEach(vectors::users);
            page = store.collections().page(page.getLast().number(), WARM_PAGE);
        }
    }

    /// CREATED without a face, also after the last one left (undocumented).
    UserStatus status(UserRow user) {
        if (user.settlesAt().isAfter(now())) {
            return UserStatus.UPDATING;
        }
        return user.faces() == 0 ? UserStatus.CREATED : UserStatus.ACTIVE;
    }

    @Override
    public void close() {
        store.close();
    }
}

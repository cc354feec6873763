package io.vestibule.local.engine;

import io.vestibule.cloud.PhotoBucket;
import io.vestibule.local.engine.picture.ImageFaceDetector;
import io.vestibule.local.engine.picture.ObjectSource;
import io.vestibule.local.engine.protocol.PageTokens;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.EngineStore;
import io.vestibule.local.engine.store.UserRow;
import io.vestibule.local.s3.S3Service;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.Vision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.rekognition.model.UserStatus;

/// What the operations share: the database, the vector cache, the face detector, the settings.
final class Engine implements AutoCloseable {

    private static final int WARM_PAGE = 100;

    private final EngineStore store;
    private final EngineSettings settings;
    private final ImageFaceDetector faceDetector;
    private final S3Service objects;
    private final VectorCache vectorCache;
    private final PageTokens pages;
    private final int model;
    private final Cohort cohort;

    private Engine(EngineStore store, Vision vision, Optional<PhotoBucket> bucket, EngineSettings settings) {
        this.store = store;
        this.settings = settings;
        this.objects = new S3Service(store.objects(), store.uploads(), settings.clock());
        this.faceDetector = new ImageFaceDetector(vision, own(bucket).or(objects::read));
        this.model = store.getOrCreateModel(vision.engine());
        this.cohort = vision.cohort();
        this.vectorCache = new VectorCache(store, model, cohort, settings);
        this.pages = new PageTokens(store.getOrCreatePageKey());
    }

    static Engine open(Path folder, char[] key, Vision vision, Optional<PhotoBucket> bucket, EngineSettings settings) {
        return new Engine(EngineStore.open(folder, key), vision, bucket, settings);
    }

    private static ObjectSource own(Optional<PhotoBucket> bucket) {
        return (name, key) -> bucket.filter(known -> known.name().equals(name)).flatMap(known -> known.get(key));
    }

    S3Service objects() {
        return objects;
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

    /// Whether that time is still to come. No time lies further in the future than the setting that made it: one that
    /// does was written while the clock was wrong.
    boolean isPending(Instant until, Duration most) {
        var now = now();
        return until.isAfter(now) && !until.isAfter(now.plus(most));
    }

    Instant now() {
        return settings.clock().instant();
    }

    ImageFaceDetector faceDetector() {
        return faceDetector;
    }

    VectorCache vectorCache() {
        return vectorCache;
    }

    PageTokens pages() {
        return pages;
    }

    /// The cohort for faces that belong to no collection.
    Cohort cohort() {
        return cohort;
    }

    /// Number of the model in use.
    int model() {
        return model;
    }

    /// A model version in the service's format; a leading zero, which the service never used, distinguishes the
    /// versions of this engine.
    static String version(int model) {
        return "0." + model;
    }

    String modelVersion() {
        return version(model);
    }

    CollectionRow collection(String id) {
        return store.collections().byId(id).orElseThrow(() -> RekognitionErrors.noSuchCollection(id));
    }

    UserRow user(CollectionRow collection, String id) {
        return store.users().byId(collection.number(), id).orElseThrow(() -> RekognitionErrors.noSuchUser(id));
    }

    /// Loads the user vectors of every collection, so that the first search does not have to.
    void warmUp() {
        var page = store.collections().page(0, WARM_PAGE);
        while (!page.isEmpty()) {
            page.forEach(vectorCache::users);
            page = store.collections().page(page.getLast().number(), WARM_PAGE);
        }
    }

    /// CREATED for a user without a face, also after its last face was removed (undocumented).
    UserStatus status(UserRow user) {
        if (isPending(user.settlesAt(), settings.updating())) {
            return UserStatus.UPDATING;
        }
        return user.faces() == 0 ? UserStatus.CREATED : UserStatus.ACTIVE;
    }

    @Override
    public void close() {
        store.close();
    }
}

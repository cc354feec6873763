package io.vestibule.app.wiring;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.inspect.BadgeFlow;
import io.vestibule.inspect.DocumentFlow;
import io.vestibule.inspect.PhotoInspector;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoLimits;
import java.util.Optional;

/// Analyses of single photos, by the service in use.
public final class InspectWiring {

    private final StorageWiring storage;
    private final EngineWiring engine;
    private final Lazy<PhotoInspector> checks;
    private final Lazy<DocumentFlow> documents;
    private final Lazy<BadgeFlow> badges;

    InspectWiring(StorageWiring storage, EngineWiring engine) {
        this.storage = storage;
        this.engine = engine;
        var decoder = new PhotoDecoder(PhotoLimits.DEFAULT);
        this.checks = new Lazy<>(() -> new PhotoInspector(
                engine::analysis, engine.charged(), storage.settings(), storage.session(), storage.log()));
        this.documents = new Lazy<>(() -> new DocumentFlow(
                checks(),
                decoder,
                () -> EnrolKeys.read(storage.settings(), engine.thresholds()).search(),
                storage.session(),
                storage.log()));
        this.badges = new Lazy<>(() -> new BadgeFlow(checks(), decoder));
    }

    public PhotoInspector checks() {
        return checks.get();
    }

    public DocumentFlow documents() {
        return documents.get();
    }

    public BadgeFlow badges() {
        return badges.get();
    }

    /// The stored photo: from this computer while it waits for upload, else from the bucket. Blocks.
    ///
    /// @throws io.vestibule.cloud.CloudException if the bucket did not answer
    public Optional<byte[]> fetchOriginal(PhotoId photo) {
        var photos = storage.people().photos();
        return photos.find(photo)
                .filter(known -> !known.removed())
                .flatMap(known -> photos.pendingUpload(photo)
                        .or(() -> engine.service().bucket().get(known.key()))
                        .or(() -> engine.folderBucket().get(known.key())));
    }
}

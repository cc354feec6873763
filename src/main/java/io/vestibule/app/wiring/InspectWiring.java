package io.vestibule.app.wiring;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.inspect.BadgeFlow;
import io.vestibule.inspect.DocumentFlow;
import io.vestibule.inspect.PhotoChecks;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoLimits;
import java.util.Optional;

/// What can be asked of single photos, by whatever service is in use.
public final class InspectWiring {

    private final CellarWiring cellar;
    private final EngineWiring engine;
    private final Lazy<PhotoChecks> checks;
    private final Lazy<DocumentFlow> documents;
    private final Lazy<BadgeFlow> badges;

    InspectWiring(CellarWiring cellar, EngineWiring engine) {
        this.cellar = cellar;
        this.engine = engine;
        var door = new PhotoDoor(PhotoLimits.DEFAULT);
        this.checks = new Lazy<>(() ->
                new PhotoChecks(engine::analysis, engine.charged(), cellar.settings(), cellar.session(), cellar.log()));
        this.documents = new Lazy<>(() -> new DocumentFlow(
                checks(),
                door,
                () -> EnrolKeys.read(cellar.settings(), engine.thresholds()).search(),
                cellar.session(),
                cellar.log()));
        this.badges = new Lazy<>(() -> new BadgeFlow(checks(), door));
    }

    public PhotoChecks checks() {
        return checks.get();
    }

    public DocumentFlow documents() {
        return documents.get();
    }

    public BadgeFlow badges() {
        return badges.get();
    }

    /// The photo as it is kept: still on this machine where it waits to be sent, else in the bucket. Blocks.
    ///
    /// @throws io.vestibule.cloud.CloudException if the bucket gave no answer
    public Optional<byte[]> original(PhotoId photo) {
        var photos = cellar.people().photos();
        return photos.find(photo)
                .filter(known -> !known.removed())
                .flatMap(known -> photos.waiting(photo)
                        .or(() -> engine.service().bucket().get(known.key()))
                        .or(() -> engine.folderBucket().get(known.key())));
    }
}

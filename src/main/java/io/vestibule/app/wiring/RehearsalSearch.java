package io.vestibule.app.wiring;

import io.vestibule.check.PhotoCheck;
import io.vestibule.check.PhotoCheckResult;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.ImageSource;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import io.vestibule.photo.ThumbnailGenerator;
import io.vestibule.rules.rehearse.FaceSearch;
import java.util.List;
import java.util.function.Supplier;

/// Searches with a picture as the VMS does with a frame: problems of the face are reported, and the search runs all
/// the same. Of several faces the largest is used.
final class RehearsalSearch implements FaceSearch {

    private static final int HITS = 5;

    private final PhotoDecoder decoder = new PhotoDecoder(PhotoLimits.DEFAULT);
    private final PhotoEncoder photoEncoder = PhotoEncoder.standard();
    private final ThumbnailGenerator thumbnails = ThumbnailGenerator.standard();
    private final Supplier<PhotoCheck> check;
    private final Supplier<FaceCollection> collection;
    private final Supplier<Double> defaultThreshold;
    private final Runnable searched;

    /// @param searched notes that a face is searched for
    RehearsalSearch(
            Supplier<PhotoCheck> check,
            Supplier<FaceCollection> collection,
            Supplier<Double> defaultThreshold,
            Runnable searched) {
        this.check = check;
        this.collection = collection;
        this.defaultThreshold = defaultThreshold;
        this.searched = searched;
    }

    @Override
    public float defaultThreshold() {
        return defaultThreshold.get().floatValue();
    }

    @Override
    public float minSimilarity() {
        return (float) EnrolKeys.MIN_SIMILARITY;
    }

    @Override
    public FaceSearchResult search(String collectionId, byte[] picture) throws PhotoException {
        return search(collectionId, decoder.decode(picture));
    }

    @Override
    public FaceSearchResult search(String collectionId, Pixels pixels) {
        PhotoCheckResult photoCheckResult = check.get().check(pixels);
        Pixels upright = photoCheckResult.uprightPixels();
        FaceCollection faces = collection.get();
        if (photoCheckResult.faces().isEmpty()) {
            byte[] whole = thumbnails.generate(upright, 0, 0, upright.width(), upright.height());
            return new FaceSearchResult(false, List.of(), List.of(), faces.scoreScale(), whole);
        }
        var box = photoCheckResult.faces().getFirst().box();
        searched.run();
        List<Hit> hits = faces
                .searchUsers(
                        collectionId,
                        new ImageSource.Bytes(photoEncoder.encode(upright).bytes()),
                        minSimilarity(),
                        HITS)
                .stream()
                .map(match -> new Hit(match.userId(), match.similarity()))
                .toList();
        return new FaceSearchResult(
                true,
                photoCheckResult.findings().stream()
                        .map(finding -> finding.reason().key())
                        .toList(),
                hits,
                faces.scoreScale(),
                thumbnails.generate(upright, box.x(), box.y(), box.width(), box.height()));
    }
}

package io.vestibule.app.wiring;

import io.vestibule.check.Checked;
import io.vestibule.check.PhotoCheck;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.ImageSource;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.PhotoMaker;
import io.vestibule.photo.Pixels;
import io.vestibule.photo.ThumbnailMaker;
import io.vestibule.rules.rehearse.FaceSearch;
import java.util.List;
import java.util.function.Supplier;

/// Searches with a picture as the VMS does with a frame: whatever is wrong with the face is told, and it is searched
/// all the same. Of several faces the largest counts.
final class RehearsalSearch implements FaceSearch {

    private static final int HITS = 5;

    private final PhotoDoor door = new PhotoDoor(PhotoLimits.DEFAULT);
    private final PhotoMaker maker = PhotoMaker.standard();
    private final ThumbnailMaker thumbnails = ThumbnailMaker.standard();
    private final Supplier<PhotoCheck> check;
    private final Supplier<FaceCollection> collection;
    private final Supplier<Double> usual;

    RehearsalSearch(Supplier<PhotoCheck> check, Supplier<FaceCollection> collection, Supplier<Double> usual) {
        this.check = check;
        this.collection = collection;
        this.usual = usual;
    }

    @Override
    public float usualThreshold() {
        return usual.get().floatValue();
    }

    @Override
    public float least() {
        return (float) EnrolKeys.LEAST;
    }

    @Override
    public Seen search(String collectionId, byte[] picture) throws PhotoException {
        return search(collectionId, door.read(picture));
    }

    @Override
    public Seen search(String collectionId, Pixels pixels) {
        Checked checked = check.get().check(pixels);
        Pixels upright = checked.uprightPixels();
        FaceCollection faces = collection.get();
        if (checked.faces().isEmpty()) {
            byte[] whole = thumbnails.make(upright, 0, 0, upright.width(), upright.height());
            return new Seen(false, List.of(), List.of(), faces.engine(), whole);
        }
        var box = checked.faces().getFirst().box();
        List<Hit> hits =
                faces
                        .searchUsers(
                                collectionId,
                                new ImageSource.Bytes(maker.make(upright).bytes()),
                                least(),
                                HITS)
                        .stream()
                        .map(match -> new Hit(match.userId(), match.similarity()))
                        .toList();
        return new Seen(
                true,
                checked.findings().stream()
                        .map(finding -> finding.reason().key())
                        .toList(),
                hits,
                faces.engine(),
                thumbnails.make(upright, box.x(), box.y(), box.width(), box.height()));
    }
}

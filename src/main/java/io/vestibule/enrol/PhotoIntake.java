package io.vestibule.enrol;

import io.vestibule.base.Problem;
import io.vestibule.check.Checked;
import io.vestibule.check.Finding;
import io.vestibule.check.PhotoCheck;
import io.vestibule.people.Person;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoMaker;
import io.vestibule.photo.Pixels;
import io.vestibule.photo.ThumbnailMaker;
import io.vestibule.vision.Face;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// From a file to a photo that can be enrolled, or to the reason why not. Nothing is stored or sent.
public final class PhotoIntake {

    /// What became of one file.
    public sealed interface Taken {

        /// @param photo may carry warnings
        record Accepted(DraftPhoto photo) implements Taken {}

        /// A picture that shows the wrong thing.
        ///
        /// @param thumbnail JPEG, 4:5, to show beside the findings
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record Rejected(byte[] thumbnail, List<Finding> findings) implements Taken {}

        /// Several faces: one has to be picked.
        ///
        /// @param thumbnail JPEG, 4:5, of all of them
        /// @param faces largest first, in pixels of `pixels`
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record Group(Pixels pixels, byte[] thumbnail, List<Face> faces) implements Taken {}

        /// Not a picture that can be read, or too large.
        record Unreadable(Problem problem) implements Taken {}

        /// These very bytes were saved before.
        record Known(Person holder, DraftPhoto photo) implements Taken {}
    }

    private interface Source {
        Pixels read() throws PhotoException;
    }

    private final PhotoDoor door;
    private final Supplier<PhotoCheck> check;
    private final PhotoMaker maker;
    private final ThumbnailMaker thumbnails;
    private final Records records;
    private final Screening screening;

    /// A folder of large pictures must not fill the memory: as many are worked on at once as there are processors.
    private final Semaphore room;

    /// @param check with the limits that are set now
    /// @param screening what else is asked of photos that are to be kept
    public PhotoIntake(PhotoDoor door, Supplier<PhotoCheck> check, Records records, Screening screening) {
        this(door, check, records, screening, new Semaphore(Runtime.getRuntime().availableProcessors(), true));
    }

    private PhotoIntake(
            PhotoDoor door, Supplier<PhotoCheck> check, Records records, Screening screening, Semaphore room) {
        this.screening = screening;
        this.room = room;
        this.door = door;
        this.check = check;
        this.maker = PhotoMaker.standard();
        this.thumbnails = ThumbnailMaker.standard();
        this.records = records;
    }

    /// The same for photos that are not to be kept, such as one that somebody asks about.
    public PhotoIntake unscreened() {
        return new PhotoIntake(door, check, records, Screening.NONE, room);
    }

    /// @throws CancellationException if it was given up while waiting for its turn
    public Taken take(Path file) {
        return take(() -> door.read(file), true);
    }

    /// @param file the bytes of a picture file, of whatever kind
    public Taken take(byte[] file) {
        return take(() -> door.read(file), true);
    }

    /// What the camera of this desk took.
    public Taken takeLive(Pixels pixels) {
        return take(() -> pixels, false);
    }

    /// A picture that is decoded already, for example from the clipboard.
    public Taken take(Pixels pixels) {
        return take(() -> pixels, true);
    }

    /// One face of a group: only the part around it is kept.
    public Taken pick(Taken.Group group, Face face) {
        return taken(check.get().checkFace(group.pixels(), face), true);
    }

    /// Those photos of a draft that look like somebody else than the rest.
    public List<DraftPhoto> unlikeTheOthers(List<DraftPhoto> photos) {
        return PhotoSet.of(photos).farFromTheRest();
    }

    private Taken take(Source source, boolean imported) {
        enter();
        try {
            return taken(check.get().check(source.read()), imported);
        } catch (PhotoException e) {
            return new Taken.Unreadable(e.problem());
        } finally {
            room.release();
        }
    }

    private void enter() {
        try {
            room.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("given up before its turn");
        }
    }

    /// The face where there is one, else the middle of the picture.
    private byte[] rejected(Checked checked) {
        var pixels = checked.uprightPixels();
        return checked.face()
                .map(Face::box)
                .map(box -> thumbnails.make(pixels, box.x(), box.y(), box.width(), box.height()))
                .orElseGet(() -> whole(pixels));
    }

    private byte[] whole(Pixels pixels) {
        return thumbnails.make(pixels, 0, 0, pixels.width(), pixels.height());
    }

    private Taken taken(Checked checked, boolean imported) {
        if (checked.mustPick()) {
            return new Taken.Group(checked.uprightPixels(), whole(checked.uprightPixels()), checked.faces());
        }
        if (!checked.accepted() || checked.face().isEmpty()) {
            return new Taken.Rejected(rejected(checked), checked.findings());
        }
        var face = checked.face().get();
        var box = face.box();
        var pixels = checked.uprightPixels();
        var draft = new DraftPhoto(
                maker.make(pixels),
                thumbnails.make(pixels, box.x(), box.y(), box.width(), box.height()),
                face,
                checked.findings());
        return records.people()
                .photos()
                .withBytes(records.company().id(), draft.photo().sha256())
                .flatMap(photo -> records.people().persons().find(photo.person()))
                .<Taken>map(holder -> new Taken.Known(holder, draft))
                .orElseGet(() -> screened(draft, imported));
    }

    /// The service is asked last, of photos that everything else speaks for.
    private Taken screened(DraftPhoto draft, boolean imported) {
        var more = screening.of(draft.photo().bytes(), imported);
        var findings = Stream.concat(more.stream(), draft.findings().stream()).toList();
        return more.stream().anyMatch(Finding::refuses)
                ? new Taken.Rejected(draft.thumbnail(), findings)
                : new Taken.Accepted(new DraftPhoto(draft.photo(), draft.thumbnail(), draft.face(), findings));
    }
}

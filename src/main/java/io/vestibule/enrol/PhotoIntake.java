package io.vestibule.enrol;

import io.vestibule.base.CpuPool;
import io.vestibule.base.Problem;
import io.vestibule.check.Finding;
import io.vestibule.check.PhotoCheck;
import io.vestibule.check.PhotoCheckResult;
import io.vestibule.people.Person;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.Pixels;
import io.vestibule.photo.ThumbnailGenerator;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.FaceVector;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Turns a file into a photo that can be enrolled, or into the reason why it cannot be. Nothing is stored or
/// sent.
public final class PhotoIntake {

    /// The result for one file.
    public sealed interface IntakeResult {

        /// @param photo may carry warnings
        record Accepted(DraftPhoto photo) implements IntakeResult {}

        /// A picture that fails the photo check.
        ///
        /// @param thumbnail JPEG, 4:5, to show beside the findings
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record Rejected(byte[] thumbnail, List<Finding> findings) implements IntakeResult {}

        /// Several faces: one has to be picked.
        ///
        /// @param thumbnail JPEG, 4:5, of all of them
        /// @param faces largest first, in pixels of `pixels`
        @SuppressWarnings("ArrayRecordComponent") // shared read-only
        record MultipleFaces(Pixels pixels, byte[] thumbnail, List<Face> faces) implements IntakeResult {}

        /// Not a picture that can be read, or too large.
        record Unreadable(Problem problem) implements IntakeResult {}

        /// A photo with the same bytes is already saved.
        record AlreadySaved(Person holder, DraftPhoto photo) implements IntakeResult {}
    }

    private interface Source {
        Pixels read() throws PhotoException;
    }

    private final PhotoDecoder decoder;
    private final Supplier<PhotoCheck> check;
    private final PhotoEncoder maker;
    private final ThumbnailGenerator thumbnails;
    private final EnrolContext context;
    private final Screening screening;

    /// Limits concurrent decoding to the number of processors, so that a folder of large pictures does not
    /// exhaust memory.
    private final Semaphore permits;

    /// @param check photo check with the current limits
    /// @param screening additional checks of photos that are to be stored
    public PhotoIntake(
            PhotoDecoder decoder, Supplier<PhotoCheck> check, EnrolContext enrolContext, Screening screening) {
        this(
                decoder,
                check,
                enrolContext,
                screening,
                new Semaphore(Runtime.getRuntime().availableProcessors(), true));
    }

    private PhotoIntake(
            PhotoDecoder decoder,
            Supplier<PhotoCheck> check,
            EnrolContext enrolContext,
            Screening screening,
            Semaphore permits) {
        this.screening = screening;
        this.permits = permits;
        this.decoder = decoder;
        this.check = check;
        this.maker = PhotoEncoder.standard();
        this.thumbnails = ThumbnailGenerator.standard();
        this.context = enrolContext;
    }

    /// The same intake for photos that are not to be stored, such as the photo of a search.
    public PhotoIntake withoutScreening() {
        return new PhotoIntake(decoder, check, context, Screening.NONE, permits);
    }

    /// @throws CancellationException if it is cancelled while waiting for a permit
    public IntakeResult process(Path file) {
        return processSource(() -> decoder.decode(file), true);
    }

    /// @param file the bytes of a picture file in any supported format
    public IntakeResult process(byte[] file) {
        return processSource(() -> decoder.decode(file), true);
    }

    /// A picture that the camera of this computer captured.
    public IntakeResult processCaptured(Pixels pixels) {
        return processSource(() -> pixels, false);
    }

    /// A picture that is already decoded, for example from the clipboard.
    public IntakeResult process(Pixels pixels) {
        return processSource(() -> pixels, true);
    }

    /// One face of a group photo: only the part around it is stored.
    public IntakeResult processSelectedFace(IntakeResult.MultipleFaces multipleFaces, Face face) {
        return taken(CpuPool.ANALYSIS.run(() -> check.get().checkFace(multipleFaces.pixels(), face)), true);
    }

    /// The photos of a draft whose faces are outliers among the others.
    public List<DraftPhoto> outliers(List<DraftPhoto> photos) {
        return PhotoSet.of(photos, check.get().cohort()).outliers();
    }

    /// The photos of a draft that seem to show somebody else than the person they are added to.
    ///
    /// @param inUse photos of the person that are in use
    public List<DraftPhoto> unlike(List<DraftPhoto> photos, List<FaceVector> inUse) {
        var vectors = photos.stream().map(photo -> photo.face().vector()).toList();
        return check.get().consistency().findUnlike(vectors, inUse).stream()
                .map(photos::get)
                .toList();
    }

    private IntakeResult processSource(Source source, boolean imported) {
        enter();
        try {
            var pixels = source.read();
            return taken(CpuPool.ANALYSIS.run(() -> check.get().check(pixels)), imported);
        } catch (PhotoException e) {
            return new IntakeResult.Unreadable(e.problem());
        } finally {
            permits.release();
        }
    }

    private void enter() {
        try {
            permits.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("given up before its turn");
        }
    }

    /// Thumbnail of the face if there is one, else of the middle of the picture.
    private byte[] rejected(PhotoCheckResult photoCheckResult) {
        var pixels = photoCheckResult.uprightPixels();
        return photoCheckResult
                .face()
                .map(face -> thumbnail(pixels, face.box()))
                .orElseGet(() -> whole(pixels));
    }

    private byte[] whole(Pixels pixels) {
        return CpuPool.ANALYSIS.run(() -> thumbnails.generate(pixels, 0, 0, pixels.width(), pixels.height()));
    }

    private byte[] thumbnail(Pixels pixels, FaceBox box) {
        return CpuPool.ANALYSIS.run(() -> thumbnails.generate(pixels, box.x(), box.y(), box.width(), box.height()));
    }

    private IntakeResult taken(PhotoCheckResult photoCheckResult, boolean imported) {
        if (photoCheckResult.mustPick()) {
            return new IntakeResult.MultipleFaces(
                    photoCheckResult.uprightPixels(),
                    whole(photoCheckResult.uprightPixels()),
                    photoCheckResult.faces());
        }
        if (!photoCheckResult.accepted() || photoCheckResult.face().isEmpty()) {
            return new IntakeResult.Rejected(rejected(photoCheckResult), photoCheckResult.findings());
        }
        var face = photoCheckResult.face().get();
        var pixels = photoCheckResult.uprightPixels();
        var draft = new DraftPhoto(
                CpuPool.ANALYSIS.run(() -> maker.encode(pixels)),
                thumbnail(pixels, face.box()),
                face,
                photoCheckResult.findings());
        return context.people()
                .photos()
                .findBySha256(context.company().id(), draft.photo().sha256())
                .flatMap(photo -> context.people().persons().find(photo.person()))
                .<IntakeResult>map(holder -> new IntakeResult.AlreadySaved(holder, draft))
                .orElseGet(() -> screen(draft, imported));
    }

    /// The service is called last, and only for photos that pass all other checks.
    private IntakeResult screen(DraftPhoto draft, boolean imported) {
        var more = screening.screen(draft.photo().bytes(), imported);
        var findings = Stream.concat(more.stream(), draft.findings().stream()).toList();
        return more.stream().anyMatch(Finding::refuses)
                ? new IntakeResult.Rejected(draft.thumbnail(), findings)
                : new IntakeResult.Accepted(new DraftPhoto(draft.photo(), draft.thumbnail(), draft.face(), findings));
    }
}

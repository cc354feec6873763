package io.vestibule.app.wiring;

import io.vestibule.base.ProgressListener;
import io.vestibule.clip.ClipDecoder;
import io.vestibule.clip.ClipException;
import io.vestibule.clip.ClipLimits;
import io.vestibule.clip.ClipStream;
import io.vestibule.clip.wire.DecodeRequest;
import io.vestibule.journal.PriceList;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.Pixels;
import io.vestibule.rules.rehearse.recording.FaceSighting;
import io.vestibule.rules.rehearse.recording.FaceSighting.SightingBox;
import io.vestibule.rules.rehearse.recording.FaceTrack;
import io.vestibule.rules.rehearse.recording.FaceTracker;
import io.vestibule.rules.rehearse.recording.RecordingScan;
import io.vestibule.rules.rehearse.recording.RecordingScanner;
import io.vestibule.rules.rehearse.recording.TrackedFace;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.Vision;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Follows the faces of a recording with the models of this computer. A picture in which nothing moved since one
/// without a face is not looked at: a camera at a door sees nobody most of the night.
final class RecordingFaceScanner implements RecordingScanner {

    /// Pictures a second. A person who walks past a door is in sight for two seconds or more.
    static final double RATE = 3;

    /// The operation that searches for one face.
    private static final String SEARCH = "SearchUsersByImage";

    /// Confidence of the detector; a face that turns away falls below it.
    private static final float SCORE = 0.7f;

    /// Height of the smallest face that is searched, in pixels of the picture: smaller ones find the wrong person.
    private static final float LEAST_HEIGHT = 40;

    private final Supplier<Vision> vision;
    private final BooleanSupplier charged;
    private final ClipDecoder decoder = new ClipDecoder();
    private final PhotoEncoder encoder = PhotoEncoder.standard();

    /// @param charged whether the service in use charges for searches
    RecordingFaceScanner(Supplier<Vision> vision, BooleanSupplier charged) {
        this.vision = vision;
        this.charged = charged;
    }

    @Override
    public RecordingScan scan(Path recording, ProgressListener listener) throws ClipException {
        DecodeRequest request = new DecodeRequest(false, recording.toString(), "", "", RATE, ClipLimits.RECORDING);
        List<TrackedFace> faces = new ArrayList<>();
        FaceTracker tracker = new FaceTracker();
        SceneChange scene = new SceneChange();
        try (ClipStream stream = decoder.open(request)) {
            int seconds = (int) stream.duration().toSeconds();
            while (stream.advance()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                listener.onProgress((int) Math.min(seconds, stream.time().toSeconds()), seconds);
                Pixels picture = stream.pixels();
                List<FaceSighting> seen = scene.isStill(picture) ? List.of() : sightings(picture, stream.time());
                scene.seen(picture, seen.isEmpty());
                tracker.add(stream.time(), seen).forEach(track -> faces.add(face(track)));
            }
            tracker.end().forEach(track -> faces.add(face(track)));
            faces.sort(Comparator.comparing(TrackedFace::from));
            Duration length = stream.duration().compareTo(stream.time()) > 0 ? stream.duration() : stream.time();
            return new RecordingScan(length, faces);
        }
    }

    private List<FaceSighting> sightings(Pixels picture, Duration at) {
        List<FaceSighting> seen = new ArrayList<>();
        for (FaceBox box : vision.get().detect(picture, SCORE)) {
            if (box.height() >= LEAST_HEIGHT) {
                Face face = vision.get().analyse(picture, box);
                seen.add(new FaceSighting(
                        at,
                        new SightingBox(box.x(), box.y(), box.width(), box.height()),
                        face.vector().values(),
                        face.quality().norm(),
                        withSurroundings(picture, box)));
            }
        }
        return seen;
    }

    /// A face alone is not found again; with as much around it on each side it is.
    private static Pixels withSurroundings(Pixels picture, FaceBox box) {
        int width = Math.round(box.width());
        int height = Math.round(box.height());
        return picture.crop(Math.round(box.x()) - width, Math.round(box.y()) - height, 3 * width, 3 * height);
    }

    private TrackedFace face(FaceTrack track) {
        return new TrackedFace(
                track.from(), track.to(), encoder.encode(track.best().cut()).bytes());
    }

    @Override
    public Optional<BigDecimal> price(int searches) {
        return charged.getAsBoolean()
                ? Optional.of(PriceList.call(SEARCH).multiply(BigDecimal.valueOf(searches)))
                : Optional.empty();
    }
}

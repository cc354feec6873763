package io.vestibule.local.engine.picture;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoFailure;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import io.vestibule.vision.Vision;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.S3Object;

/// Detects the faces in the picture of a request, with the service's limits: JPEG and PNG by their first
/// bytes, 15 MB from the bucket (5 MiB inline is a constraint), 80 to 10,000 pixels a side, rotated by its
/// EXIF orientation. Faces are found also if the picture lies on its side ([UprightFaces]). Sides over 4,000 pixels are
/// first scaled down to that, or so far that the other side is
/// still 80.
public final class ImageFaceDetector {

    private static final int MOST_BYTES = 15_000_000;
    private static final int MOST_SIDE = 10_000;
    private static final int LEAST_SIDE = 80;
    private static final int KEPT_SIDE = 4_000;
    private static final Duration MAX_DECODE_TIME = Duration.ofSeconds(10);
    private static final int MOST_FACES = 100;

    /// Below this score most detections are patterns, not faces.
    private static final float LEAST_SCORE = 0.7f;

    private final Vision vision;
    private final ObjectSource objects;
    private final PhotoDecoder decoder = new PhotoDecoder(new PhotoLimits(
            MOST_BYTES, (long) MOST_SIDE * MOST_SIDE, MOST_SIDE, LEAST_SIDE, KEPT_SIDE, MAX_DECODE_TIME));

    public ImageFaceDetector(Vision vision, ObjectSource objects) {
        this.vision = vision;
        this.objects = objects;
    }

    /// @param id derived from the bytes: the same for the same bytes
    /// @param faces the hundred largest, largest first, in pixels of `width` x `height`
    public record AnalysedImage(UUID id, int width, int height, List<Face> faces) {}

    public AnalysedImage detectFaces(Image image) {
        var bytes = bytes(image);
        refuseOtherFormats(bytes);
        var pixels = decode(bytes);
        var faces = UprightFaces.find(vision, pixels, LEAST_SCORE).stream()
                .sorted((a, b) -> Float.compare(b.box().area(), a.box().area()))
                .limit(MOST_FACES)
                .toList();
        return new AnalysedImage(id(bytes), pixels.width(), pixels.height(), faces);
    }

    private byte[] bytes(Image image) {
        if ((image.bytes() == null) == (image.s3Object() == null)) {
            throw RekognitionErrors.invalidParameters();
        }
        var bytes =
                image.bytes() == null ? stored(image.s3Object()) : image.bytes().asByteArrayUnsafe();
        if (bytes.length > MOST_BYTES) {
            throw RekognitionErrors.imageTooLarge("Image size is too large.");
        }
        return bytes;
    }

    private byte[] stored(S3Object object) {
        if (object.bucket() == null || object.name() == null || object.version() != null) {
            throw RekognitionErrors.badObject(); // the embedded bucket stores one version of each photo
        }
        try {
            return objects.read(object.bucket(), object.name()).orElseThrow(RekognitionErrors::badObject);
        } catch (CloudException e) {
            throw e.failure() instanceof CloudFailure.DiskError
                    ? RekognitionErrors.internal(e)
                    : RekognitionErrors.badObject();
        }
    }

    private static void refuseOtherFormats(byte[] bytes) {
        if (!startsWith(bytes, 0xFF, 0xD8, 0xFF) && !startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            throw RekognitionErrors.badImage();
        }
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) first[i]) {
                return false;
            }
        }
        return true;
    }

    private Pixels decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (PhotoException e) {
            throw switch (e.failure()) {
                case PhotoFailure.TooManyPixels large ->
                    RekognitionErrors.imageTooLarge("Input image dimensions " + large.width() + " x " + large.height()
                            + " exceed maximum dimension size of " + MOST_SIDE + " pixels");
                case PhotoFailure.TooSmall _ -> RekognitionErrors.invalidParameters();
                default -> RekognitionErrors.badImage();
            };
        } catch (CancellationException e) {
            throw AbortedException.create("Interrupted", e);
        }
    }

    /// Name-based UUID of a strong digest, so that nobody can create two pictures with the same id.
    private static UUID id(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return UUID.nameUUIDFromBytes(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package io.vestibule.photo;

import io.vestibule.base.Sha256;

/// Encodes the final bytes of a photo: scaled to what the service needs, JPEG, without any metadata. The same pixels
/// give the same bytes, so that a photo that is enrolled twice is recognised by its hash.
public final class PhotoEncoder {

    /// The largest picture that Amazon Rekognition accepts as bytes: 5 MiB.
    public static final int SERVICE_BYTES = 5 * 1024 * 1024;

    public static final int LONG_SIDE = 1920;
    public static final float QUALITY = 0.92f;

    private static final int SERVICE_MIN_SIDE = 80;
    private static final float[] LOWER = {0.85f, 0.75f, 0.6f, 0.4f, 0.2f, 0.05f};

    private final int longSide;
    private final float quality;
    private final int maxBytes;

    /// @param longSide maximum length of the longer side, in pixels; larger photos are averaged down, smaller ones
    ///     never enlarged
    /// @param quality of the JPEG, 0..1; lowered for a photo that would exceed `maxBytes`
    /// @param maxBytes maximum size of a photo
    public PhotoEncoder(int longSide, float quality, int maxBytes) {
        if (longSide < SERVICE_MIN_SIDE || !(quality > 0 && quality <= 1) || maxBytes < 1) {
            throw new IllegalArgumentException(longSide + " px, quality " + quality + ", " + maxBytes + " bytes");
        }
        this.longSide = longSide;
        this.quality = quality;
        this.maxBytes = maxBytes;
    }

    public static PhotoEncoder standard() {
        return new PhotoEncoder(LONG_SIDE, QUALITY, SERVICE_BYTES);
    }

    public Photo encode(Pixels pixels) {
        Pixels scaled = scaled(pixels);
        byte[] bytes = JpegEncoder.encode(scaled, quality);
        for (int i = 0; bytes.length > maxBytes && i < LOWER.length; i++) {
            bytes = JpegEncoder.encode(scaled, Math.min(quality, LOWER[i]));
        }
        if (bytes.length > maxBytes) {
            throw new IllegalArgumentException("No JPEG of " + maxBytes + " bytes can hold this picture");
        }
        return new Photo(bytes, Sha256.hex(bytes), scaled.width(), scaled.height());
    }

    /// A strip whose short side would fall below the service's minimum stays longer than `longSide`.
    private Pixels scaled(Pixels pixels) {
        Size size = new Size(pixels.width(), pixels.height());
        Size fitting = size.within(longSide, SERVICE_MIN_SIDE);
        return pixels.scaled(fitting.width(), fitting.height());
    }
}

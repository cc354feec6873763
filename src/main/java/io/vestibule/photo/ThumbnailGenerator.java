package io.vestibule.photo;

/// Creates the small portraits of lists and photo strips: JPEG bytes of a few kilobytes.
public final class ThumbnailGenerator {

    private static final float QUALITY = 0.8f;

    private final int width;
    private final int height;

    /// @param width of the thumbnail in pixels, for example 160
    /// @param height for example 200
    public ThumbnailGenerator(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + " x " + height);
        }
        this.width = width;
        this.height = height;
    }

    /// 160 x 200: sharp as an 80 x 100 portrait on a high-density screen.
    public static ThumbnailGenerator standard() {
        return new ThumbnailGenerator(160, 200);
    }

    /// The face in the centre with some margin, in pixels of `pixels`.
    public byte[] generate(Pixels pixels, double x, double y, double faceWidth, double faceHeight) {
        double[] box = {x, y, faceWidth, faceHeight};
        Pixels portrait = FaceCrop.portrait(pixels, box, (double) width / height);
        return JpegEncoder.encode(portrait.scaled(width, height), QUALITY);
    }
}

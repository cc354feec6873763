package io.vestibule.photo;

/// What a picture file may be before it is refused at the door.
///
/// @param maxBytes largest file, in bytes
/// @param maxPixels largest width times height, as the file's header states it
/// @param maxSide longest side, in pixels
/// @param minSide shortest side, in pixels; Amazon Rekognition refuses pictures below 80
/// @param maxOutputSide longest side of what [PhotoDecoder] hands out: larger pictures are averaged down while they are
///     read, because no later step needs more
public record PhotoLimits(int maxBytes, long maxPixels, int maxSide, int minSide, int maxOutputSide) {

    /// 20 MB, 80 million pixels, 30,000 and 80 pixels a side; hands out at most 4,000 pixels a side.
    public static final PhotoLimits DEFAULT = new PhotoLimits(20_000_000, 80_000_000, 30_000, 80, 4_000);

    public PhotoLimits {
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1 || maxSide < minSide || maxOutputSide < minSide) {
            throw new IllegalArgumentException("Limits are above zero, and no maximum is below its minimum");
        }
    }
}

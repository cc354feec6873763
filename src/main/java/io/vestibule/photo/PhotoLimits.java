package io.vestibule.photo;

/// Limits that a picture file must not exceed.
///
/// @param maxBytes largest file, in bytes
/// @param maxPixels largest width times height, as the file's header declares it
/// @param maxSide longest side, in pixels
/// @param minSide shortest side, in pixels; Amazon Rekognition rejects pictures below 80
/// @param maxOutputSide longest side of what [PhotoDecoder] returns: larger pictures are averaged down while they are
///     read, because no later step needs more
public record PhotoLimits(int maxBytes, long maxPixels, int maxSide, int minSide, int maxOutputSide) {

    /// 20 MB, 80 million pixels, sides from 80 to 30,000 pixels; returns at most 4,000 pixels per side.
    public static final PhotoLimits DEFAULT = new PhotoLimits(20_000_000, 80_000_000, 30_000, 80, 4_000);

    public PhotoLimits {
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1 || maxSide < minSide || maxOutputSide < minSide) {
            throw new IllegalArgumentException("Limits are above zero, and no maximum is below its minimum");
        }
    }
}

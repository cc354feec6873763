package io.vestibule.photo;

import java.time.Duration;

/// Limits that a picture file must not exceed.
///
/// @param maxBytes largest file, in bytes
/// @param maxPixels largest width times height, as the file's header declares it
/// @param maxSide longest side, in pixels
/// @param minSide shortest side, in pixels; Amazon Rekognition rejects pictures below 80
/// @param maxOutputSide longest side of what [PhotoDecoder] returns: larger pictures are averaged down while
///     they are read, because no later step needs more. Exceeded by pictures so thin that their shorter side
///     would be below `minSide`.
/// @param maxDecodeTime processor time that the decoder of the format may take
public record PhotoLimits(
        int maxBytes, long maxPixels, int maxSide, int minSide, int maxOutputSide, Duration maxDecodeTime) {

    /// 20 MB, 80 million pixels, sides from 80 to 30,000 pixels, 10 seconds; returns at most 4,000 pixels per side.
    /// A photo of 80 million pixels takes about 2 seconds.
    public static final PhotoLimits DEFAULT =
            new PhotoLimits(20_000_000, 80_000_000, 30_000, 80, 4_000, Duration.ofSeconds(10));

    public PhotoLimits {
        if (maxDecodeTime.isNegative()) {
            throw new IllegalArgumentException("A time limit is not negative");
        }
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1 || maxSide < minSide || maxOutputSide < minSide) {
            throw new IllegalArgumentException("Limits are above zero, and no maximum is below its minimum");
        }
    }
}

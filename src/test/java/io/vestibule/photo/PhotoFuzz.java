package io.vestibule.photo;

import java.time.Duration;

/// Any bytes as a picture file: pixels, or a refusal.
public final class PhotoFuzz {

    private static final PhotoDecoder DECODER =
            new PhotoDecoder(new PhotoLimits(20_000_000, 1_000_000, 30_000, 80, 1_000, Duration.ofSeconds(5)));

    private PhotoFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) {
        try {
            var pixels = DECODER.decode(file);
            if (pixels.argb().length != pixels.width() * pixels.height()) {
                throw new IllegalStateException("Half a picture");
            }
        } catch (PhotoException _) {
            // Refused.
        }
    }
}

package io.vestibule.vision.raster;

import java.util.Arrays;

/// A small picture of fixed size that is reused: rows from the top, each pixel `0x00RRGGBB`. Not thread-safe.
@SuppressWarnings("ArrayRecordComponent") // the pixels are meant to be written to
public record Patch(int width, int height, int[] rgb) {

    public static Patch of(int width, int height) {
        return new Patch(width, height, new int[Math.multiplyExact(width, height)]);
    }

    public void clear() {
        Arrays.fill(rgb, 0);
    }
}

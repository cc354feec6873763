package io.vestibule.vision.raster;

/// Luminance with the weights of ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue.
public final class Gray {

    private Gray() {}

    /// @param rgb `0xRRGGBB`; higher bits are ignored
    /// @return 0..255, rounded
    public static int of(int rgb) {
        return (19_595 * (rgb >> 16 & 0xFF) + 38_470 * (rgb >> 8 & 0xFF) + 7_471 * (rgb & 0xFF) + 32_768) >> 16;
    }
}

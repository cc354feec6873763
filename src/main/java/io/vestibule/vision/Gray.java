package io.vestibule.vision;

/// Brightness of a colour, 0..255, after ITU-R BT.601.
final class Gray {

    private Gray() {}

    static float of(int rgb) {
        return 0.299f * (rgb >> 16 & 255) + 0.587f * (rgb >> 8 & 255) + 0.114f * (rgb & 255);
    }
}

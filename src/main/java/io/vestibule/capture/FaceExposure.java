package io.vestibule.capture;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.FaceBox;

/// Brightness of the face and its surroundings, 0..255, from a few hundred sample points: cheap enough for every
/// frame.
///
/// @param face mean inside the box
/// @param around mean outside
record FaceExposure(float face, float around) {

    private static final int POINTS = 24; // per axis

    /// Below this mean, centred faces in the measured photos were rejected as too dark, or nearly so.
    private static final float DARK = 50;

    /// Backlight, such as a window behind the head: the camera adjusts its exposure to it, and the face becomes dark.
    private static final float BACKLIGHT = 75;

    private static final float LIT_ENOUGH = 100;

    static FaceExposure of(Pixels pixels, FaceBox box) {
        long inside = 0;
        long outside = 0;
        int within = 0;
        for (int row = 0; row < POINTS; row++) {
            int y = (2 * row + 1) * pixels.height() / (2 * POINTS);
            for (int column = 0; column < POINTS; column++) {
                int x = (2 * column + 1) * pixels.width() / (2 * POINTS);
                int gray = gray(pixels.at(x, y));
                if (x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height()) {
                    inside += gray;
                    within++;
                } else {
                    outside += gray;
                }
            }
        }
        int beyond = POINTS * POINTS - within;
        return new FaceExposure(
                within == 0 ? DARK : (float) inside / within, beyond == 0 ? 0 : (float) outside / beyond);
    }

    boolean backlit() {
        return face < LIT_ENOUGH && around - face > BACKLIGHT;
    }

    boolean dark() {
        return face < DARK;
    }

    /// Rec. 601 luma in integers.
    private static int gray(int argb) {
        return (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF)) / 1000;
    }
}

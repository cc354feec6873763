package io.vestibule.camera.folder;

import io.vestibule.photo.Pixels;
import java.util.Arrays;

/// Fits pictures of any aspect ratio to that of a camera, 1280 x 720: uncropped and centred; narrower ones get side
/// areas in the colours of their edges, like a wall behind the person.
final class Letterbox {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    /// Number of colour samples from top to bottom of a side area.
    private static final int BANDS = 6;

    private Letterbox() {}

    static Pixels fit(Pixels picture) {
        double scale = Math.min((double) WIDTH / picture.width(), (double) HEIGHT / picture.height());
        Pixels part = picture.scaled(
                Math.clamp(Math.round(picture.width() * scale), 1, WIDTH),
                Math.clamp(Math.round(picture.height() * scale), 1, HEIGHT));
        if (part.width() == WIDTH && part.height() == HEIGHT) {
            return part;
        }
        int edge = Math.max(1, part.width() / 24);
        Pixels left = part.crop(0, 0, edge, part.height()).scaled(1, BANDS);
        Pixels right = part.crop(part.width() - edge, 0, edge, part.height()).scaled(1, BANDS);
        int[] argb = new int[WIDTH * HEIGHT];
        int from = (WIDTH - part.width()) / 2;
        int above = (HEIGHT - part.height()) / 2;
        for (int y = 0; y < HEIGHT; y++) {
            int row = y * WIDTH;
            Arrays.fill(argb, row, row + WIDTH / 2, wall(left, y));
            Arrays.fill(argb, row + WIDTH / 2, row + WIDTH, wall(right, y));
            if (y >= above && y < above + part.height()) {
                System.arraycopy(part.argb(), (y - above) * part.width(), argb, row + from, part.width());
            }
        }
        return new Pixels(WIDTH, HEIGHT, argb);
    }

    /// Interpolates between the two nearest bands.
    private static int wall(Pixels bands, int y) {
        double at = Math.clamp((y + 0.5) * BANDS / HEIGHT - 0.5, 0, BANDS - 1);
        int band = (int) at;
        int upper = bands.at(0, band);
        int lower = bands.at(0, Math.min(band + 1, BANDS - 1));
        double share = at - band;
        return 0xFF000000 | mix(upper, lower, share, 16) | mix(upper, lower, share, 8) | mix(upper, lower, share, 0);
    }

    private static int mix(int upper, int lower, double share, int shift) {
        int one = upper >> shift & 0xFF;
        int other = lower >> shift & 0xFF;
        return (int) Math.round(one + (other - one) * share) << shift;
    }
}

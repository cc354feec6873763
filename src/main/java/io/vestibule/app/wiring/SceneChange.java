package io.vestibule.app.wiring;

import io.vestibule.photo.Pixels;

/// Whether something moved since the last picture without a face.
final class SceneChange {

    /// A grid of samples, each the mean of a patch: noise of the sensor averages out.
    private static final int COLUMNS = 48;

    private static final int ROWS = 27;

    /// Side of a patch in pixels.
    private static final int PATCH = 4;

    /// Change of a patch that counts, of 255.
    private static final int CHANGE = 10;

    private int[] before = new int[0];

    /// @return whether `picture` shows what the last one did, in which there was no face
    boolean isStill(Pixels picture) {
        if (before.length == 0) {
            return false;
        }
        int[] now = samples(picture);
        for (int i = 0; i < now.length; i++) {
            if (Math.abs(now[i] - before[i]) > CHANGE) {
                return false;
            }
        }
        return true;
    }

    /// @param empty whether no face is in it
    void seen(Pixels picture, boolean empty) {
        if (!empty) {
            before = new int[0];
        } else if (before.length == 0 || !isStill(picture)) {
            before = samples(picture); // and not after each picture, so that slow changes add up
        }
    }

    private static int[] samples(Pixels picture) {
        int[] samples = new int[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                samples[row * COLUMNS + column] =
                        patch(picture, column * picture.width() / COLUMNS, row * picture.height() / ROWS);
            }
        }
        return samples;
    }

    /// Mean of the green of a patch, which stands for its brightness.
    private static int patch(Pixels picture, int x, int y) {
        int sum = 0;
        int count = 0;
        for (int down = y; down < Math.min(y + PATCH, picture.height()); down++) {
            for (int across = x; across < Math.min(x + PATCH, picture.width()); across++) {
                sum += picture.at(across, down) >> 8 & 0xFF;
                count++;
            }
        }
        return sum / count;
    }
}

package io.vestibule.vision.raster;

/// Measures sharpness and light of an aligned face: columns 20 to 91 and rows 20 to 103 of its 112 x 112 crop, in
/// gray. Not thread-safe, because it holds its working memory.
public final class LightMeter {

    private static final int LEFT = 20;
    private static final int RIGHT = 92;
    private static final int TOP = 20;
    private static final int BOTTOM = 104;
    private static final int MIDDLE = (LEFT + RIGHT) / 2;
    private static final int COUNT = (RIGHT - LEFT) * (BOTTOM - TOP);

    private int[] gray = {};
    private float sharpness;
    private float brightness;
    private float contrast;
    private float sideLight;

    public void measure(Patch patch) {
        if (gray.length < patch.rgb().length) {
            gray = new int[patch.rgb().length];
        }
        for (int i = 0; i < patch.rgb().length; i++) {
            gray[i] = Gray.of(patch.rgb()[i]);
        }
        long sum = 0;
        long squares = 0;
        long leftSum = 0;
        long edges = 0;
        long edgeSquares = 0;
        int width = patch.width();
        for (int y = TOP; y < BOTTOM; y++) {
            for (int x = LEFT; x < RIGHT; x++) {
                int at = y * width + x;
                int value = gray[at];
                int edge = gray[at - 1] + gray[at + 1] + gray[at - width] + gray[at + width] - 4 * value;
                sum += value;
                squares += (long) value * value;
                leftSum += x < MIDDLE ? value : 0;
                edges += edge;
                edgeSquares += (long) edge * edge;
            }
        }
        brightness = (float) sum / COUNT;
        contrast = (float) Math.sqrt(variance(sum, squares));
        sharpness = (float) variance(edges, edgeSquares);
        sideLight = (2f * leftSum - sum) * 2 / COUNT;
    }

    private static double variance(long sum, long squares) {
        double mean = (double) sum / COUNT;
        return Math.max(0, (double) squares / COUNT - mean * mean);
    }

    /// Variance of the Laplacian.
    public float sharpness() {
        return sharpness;
    }

    /// Mean, 0..255.
    public float brightness() {
        return brightness;
    }

    /// Standard deviation, 0..128.
    public float contrast() {
        return contrast;
    }

    /// Mean of the left half minus mean of the right half, -255..255.
    public float sideLight() {
        return sideLight;
    }
}

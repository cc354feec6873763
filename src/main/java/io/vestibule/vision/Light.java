package io.vestibule.vision;

/// Sharpness, brightness, contrast and side light of an aligned face, without hair and background.
record Light(float sharpness, float brightness, float contrast, float sideLight) {

    private static final int LEFT = 20;
    private static final int RIGHT = 92;
    private static final int TOP = 20;
    private static final int BOTTOM = 104;

    static Light of(int[] aligned) {
        var gray = new float[aligned.length];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = Gray.of(aligned[i]);
        }
        int middle = (LEFT + RIGHT) / 2;
        double sum = 0;
        double squares = 0;
        double left = 0;
        double edges = 0;
        double edgeSquares = 0;
        for (int y = TOP; y < BOTTOM; y++) {
            for (int x = LEFT; x < RIGHT; x++) {
                int i = y * Alignment.SIDE + x;
                float here = gray[i];
                float edge = gray[i - 1] + gray[i + 1] + gray[i - Alignment.SIDE] + gray[i + Alignment.SIDE] - 4 * here;
                sum += here;
                squares += (double) here * here;
                left += x < middle ? here : 0;
                edges += edge;
                edgeSquares += (double) edge * edge;
            }
        }
        double count = (double) (RIGHT - LEFT) * (BOTTOM - TOP);
        double mean = sum / count;
        double meanEdge = edges / count;
        return new Light(
                (float) (edgeSquares / count - meanEdge * meanEdge),
                (float) mean,
                (float) Math.sqrt(Math.max(0, squares / count - mean * mean)),
                (float) ((left - (sum - left)) / (count / 2)));
    }
}

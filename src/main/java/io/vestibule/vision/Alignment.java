package io.vestibule.vision;

import io.vestibule.photo.Pixels;

/// The similarity (turn, size, shift) that brings the five points closest to the template, by least squares.
///
/// Template x = a * x - b * y + shiftX, template y = b * x + a * y + shiftY.
///
/// @param residual root mean square distance that is left, in pixels of the template
record Alignment(double a, double b, double shiftX, double shiftY, float residual) {

    static final int SIDE = 112;

    /// More samples a pixel than this no longer change a face that is as large as a whole photo.
    private static final int MOST_SAMPLES = 8;

    static Alignment of(FivePoints points) {
        var from = points.xy();
        var to = FivePoints.TEMPLATE;
        double meanX = 0;
        double meanY = 0;
        double meanU = 0;
        double meanV = 0;
        for (int i = 0; i < 10; i += 2) {
            meanX += from[i] / 5;
            meanY += from[i + 1] / 5;
            meanU += to[i] / 5;
            meanV += to[i + 1] / 5;
        }
        double spread = 0;
        double along = 0;
        double across = 0;
        for (int i = 0; i < 10; i += 2) {
            double x = from[i] - meanX;
            double y = from[i + 1] - meanY;
            double u = to[i] - meanU;
            double v = to[i + 1] - meanV;
            spread += x * x + y * y;
            along += x * u + y * v;
            across += x * v - y * u;
        }
        // Five points in one place have no turn and no size; what comes out is refused by its residual.
        double a = spread < 1e-6 ? 1 : along / spread;
        double b = spread < 1e-6 ? 0 : across / spread;
        double shiftX = meanU - a * meanX + b * meanY;
        double shiftY = meanV - b * meanX - a * meanY;
        double rest = 0;
        for (int i = 0; i < 10; i += 2) {
            double du = a * from[i] - b * from[i + 1] + shiftX - to[i];
            double dv = b * from[i] + a * from[i + 1] + shiftY - to[i + 1];
            rest += du * du + dv * dv;
        }
        return new Alignment(a, b, shiftX, shiftY, (float) Math.sqrt(rest / 5));
    }

    /// The aligned face, `112 * 112` pixels `0xRRGGBB`; black where there is no picture.
    int[] warp(Pixels pixels) {
        double norm = a * a + b * b;
        // Back from template to picture.
        double backA = a / norm;
        double backB = -b / norm;
        int samples = Math.clamp((int) Math.ceil(1 / Math.sqrt(norm)), 1, MOST_SAMPLES);
        var out = new int[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                out[y * SIDE + x] = average(pixels, x, y, samples, backA, backB);
            }
        }
        return out;
    }

    private int average(Pixels pixels, int x, int y, int samples, double backA, double backB) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int sampleY = 0; sampleY < samples; sampleY++) {
            double v = y + (sampleY + 0.5) / samples - 0.5 - shiftY;
            for (int sampleX = 0; sampleX < samples; sampleX++) {
                double u = x + (sampleX + 0.5) / samples - 0.5 - shiftX;
                double atX = backA * u - backB * v;
                double atY = backB * u + backA * v;
                if (atX >= -0.5 && atY >= -0.5 && atX <= pixels.width() - 0.5 && atY <= pixels.height() - 0.5) {
                    int pixel = Region.at(pixels, (int) Math.floor(atX * 256), (int) Math.floor(atY * 256));
                    red += pixel >> 16 & 255;
                    green += pixel >> 8 & 255;
                    blue += pixel & 255;
                }
            }
        }
        int count = samples * samples;
        int half = count / 2;
        return (red + half) / count << 16 | (green + half) / count << 8 | (blue + half) / count;
    }
}

package io.vestibule.vision.raster;

/// The similarity transform (rotation, scale, shift) that maps five landmarks of a face closest to the template of
/// the feature model, in a crop of 112 x 112: `x' = a x - b y + shiftX`, `y' = b x + a y + shiftY` from picture to
/// crop. Least squares.
///
/// @param residual root mean square distance that remains between the points, in pixels of the crop
public record Alignment(double a, double b, double shiftX, double shiftY, float residual) {

    public static final int SIZE = 112;

    /// Eyes, nose and mouth corners as models of the ArcFace family expect them: x and y of each, in pixel indices.
    private static final double[] TEMPLATE = {
        38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041
    };

    /// @param points x and y of left eye, right eye, nose, left and right mouth corner, as seen in the picture
    public static Alignment of(double[] points) {
        int count = TEMPLATE.length / 2;
        double meanX = 0;
        double meanY = 0;
        double goalX = 0;
        double goalY = 0;
        for (int i = 0; i < TEMPLATE.length; i += 2) {
            meanX += points[i] / count;
            meanY += points[i + 1] / count;
            goalX += TEMPLATE[i] / count;
            goalY += TEMPLATE[i + 1] / count;
        }
        double dot = 0;
        double cross = 0;
        double norm = 1e-9; // avoids a division by zero for five equal points
        for (int i = 0; i < TEMPLATE.length; i += 2) {
            double x = points[i] - meanX;
            double y = points[i + 1] - meanY;
            double u = TEMPLATE[i] - goalX;
            double v = TEMPLATE[i + 1] - goalY;
            dot += x * u + y * v;
            cross += x * v - y * u;
            norm += x * x + y * y;
        }
        double a = dot / norm;
        double b = cross / norm;
        double shiftX = goalX - a * meanX + b * meanY;
        double shiftY = goalY - b * meanX - a * meanY;
        double squares = 0;
        for (int i = 0; i < TEMPLATE.length; i += 2) {
            double x = a * points[i] - b * points[i + 1] + shiftX - TEMPLATE[i];
            double y = b * points[i] + a * points[i + 1] + shiftY - TEMPLATE[i + 1];
            squares += x * x + y * y;
        }
        return new Alignment(a, b, shiftX, shiftY, (float) Math.sqrt(squares / count));
    }

    /// Pixels of the picture per pixel of the crop.
    double reduction() {
        return 1 / Math.max(Math.hypot(a, b), 1e-9);
    }
}

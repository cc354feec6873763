package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds faces: the picture in a 320 x 240 frame, whole and in its own proportions, because the shape of the box
/// decides how well the points are found.
final class Detector {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final float OVERLAP = 0.4f;

    private final Net net;

    Detector(Net net) {
        this.net = net;
    }

    /// Faces in the rectangle, best first, in pixels of the whole picture.
    List<FaceBox> detect(Pixels pixels, Rectangle part, float minimumScore) {
        float scale = Math.min((float) WIDTH / part.width(), (float) HEIGHT / part.height());
        int width = Math.clamp(Math.round(part.width() * scale), 1, WIDTH);
        int height = Math.clamp(Math.round(part.height() * scale), 1, HEIGHT);
        int left = (WIDTH - width) / 2;
        int top = (HEIGHT - height) / 2;
        var small = new int[width * height];
        Region.sample(pixels, part.x(), part.y(), part.width(), part.height(), width, height, small);
        var input = net.input();
        fill(input, small, left, top, width, height);
        var answer = net.run(input, "scores", "boxes");
        var found = new ArrayList<FaceBox>();
        for (int i = 0; i < answer[0].length / 2; i++) {
            float score = answer[0][2 * i + 1];
            if (score >= minimumScore) {
                float x1 = (answer[1][4 * i] * WIDTH - left) * part.width() / width;
                float y1 = (answer[1][4 * i + 1] * HEIGHT - top) * part.height() / height;
                float x2 = (answer[1][4 * i + 2] * WIDTH - left) * part.width() / width;
                float y2 = (answer[1][4 * i + 3] * HEIGHT - top) * part.height() / height;
                if (x2 - x1 >= 1 && y2 - y1 >= 1) {
                    found.add(new FaceBox(part.x() + x1, part.y() + y1, x2 - x1, y2 - y1, score));
                }
            }
        }
        return distinct(found, OVERLAP);
    }

    private static void fill(FloatBuffer input, int[] small, int left, int top, int width, int height) {
        // Black in the network's own scale.
        for (int i = 0; i < input.capacity(); i++) {
            input.put(i, -127 / 128f);
        }
        int plane = WIDTH * HEIGHT;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = small[y * width + x];
                int to = (top + y) * WIDTH + left + x;
                input.put(to, ((pixel >> 16 & 255) - 127) / 128f);
                input.put(plane + to, ((pixel >> 8 & 255) - 127) / 128f);
                input.put(2 * plane + to, ((pixel & 255) - 127) / 128f);
            }
        }
    }

    /// Of boxes that overlap by more than `limit` (intersection over union) only the surest.
    static List<FaceBox> distinct(List<FaceBox> boxes, float limit) {
        var kept = new ArrayList<FaceBox>();
        var sorted = new ArrayList<>(boxes);
        sorted.sort(Comparator.comparingDouble(FaceBox::score).reversed());
        for (var box : sorted) {
            if (kept.stream().noneMatch(other -> overlap(box, other) > limit)) {
                kept.add(box);
            }
        }
        return kept;
    }

    private static float overlap(FaceBox a, FaceBox b) {
        float width = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
        float height = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        float common = width * height;
        return common / (a.area() + b.area() - common);
    }

    /// A part of a picture, in whole pixels.
    record Rectangle(int x, int y, int width, int height) {}
}

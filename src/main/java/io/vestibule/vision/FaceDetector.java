package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Area;
import io.vestibule.vision.raster.Patch;
import io.vestibule.vision.raster.Resampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Detects faces. The picture is fitted into the model's input with its aspect ratio kept, because stretching changes
/// the shape of the boxes and with it all later steps (the error rate rose from 0.08 % to 0.51 %).
final class FaceDetector {

    /// Two boxes of one detection pass whose overlap is larger than this are one face.
    private static final float OVERLAP = 0.4f;

    /// The same between the pass over the whole picture and those over its tiles.
    private static final float TILE_OVERLAP = 0.35f;

    /// Part of the width and height of the picture that a tile covers.
    private static final double TILE = 0.6;

    /// A box is part of another face if its area is smaller than this fraction of that face's, its score is hardly
    /// higher, and more than this fraction of it is covered.
    private static final float PART_AREA = 0.6f;

    private static final float PART_SCORE = 0.05f;
    private static final float PART_COVERED = 0.7f;

    private final ModelInference net;
    private final Resampler resampler;

    FaceDetector(ModelInference net, Resampler resampler) {
        this.net = net;
        this.resampler = resampler;
    }

    /// Highest score first.
    List<FaceBox> detect(Pixels pixels, float minimumScore) {
        return detectArea(pixels, Area.whole(pixels), minimumScore);
    }

    /// Also runs on four overlapping tiles, which finds faces of 0.6 of the size. Highest score first.
    List<FaceBox> detectTiled(Pixels pixels, float minimumScore) {
        List<FaceBox> boxes = new ArrayList<>(detect(pixels, minimumScore));
        double width = pixels.width() * TILE;
        double height = pixels.height() * TILE;
        for (double left : new double[] {0, pixels.width() - width}) {
            for (double top : new double[] {0, pixels.height() - height}) {
                Area tile = new Area(left, top, left + width, top + height);
                for (FaceBox box : detectArea(pixels, tile, minimumScore)) {
                    if (!touchesInnerEdge(box, tile, pixels)) {
                        boxes.add(box);
                    }
                }
            }
        }
        return nonMaxSuppression(boxes, TILE_OVERLAP);
    }

    private List<FaceBox> detectArea(Pixels pixels, Area area, float minimumScore) {
        Patch patch = net.patch();
        double scale = Math.min(patch.width() / area.width(), patch.height() / area.height());
        int width = Math.clamp(Math.round(area.width() * scale), 1, patch.width());
        int height = Math.clamp(Math.round(area.height() * scale), 1, patch.height());
        int x = (patch.width() - width) / 2;
        int y = (patch.height() - height) / 2;
        patch.clear();
        resampler.draw(pixels, area, patch, x, y, width, height);
        List<float[]> answer = net.run();
        float[] scores = answer.get(0);
        float[] boxes = answer.get(1);
        double perX = area.width() / width;
        double perY = area.height() / height;
        List<FaceBox> found = new ArrayList<>();
        for (int i = 0; i < scores.length / 2; i++) {
            float score = scores[2 * i + 1];
            if (score < minimumScore) {
                continue;
            }
            double left = area.left() + (boxes[4 * i] * patch.width() - x) * perX;
            double top = area.top() + (boxes[4 * i + 1] * patch.height() - y) * perY;
            double right = area.left() + (boxes[4 * i + 2] * patch.width() - x) * perX;
            double bottom = area.top() + (boxes[4 * i + 3] * patch.height() - y) * perY;
            if (right - left >= 1 && bottom - top >= 1) {
                found.add(
                        new FaceBox((float) left, (float) top, (float) (right - left), (float) (bottom - top), score));
            }
        }
        return nonMaxSuppression(found, OVERLAP);
    }

    /// A face that is cut by the edge of its tile is whole in another tile or in the whole picture.
    private static boolean touchesInnerEdge(FaceBox box, Area tile, Pixels pixels) {
        return (tile.left() > 0 && box.x() <= tile.left() + 1)
                || (tile.top() > 0 && box.y() <= tile.top() + 1)
                || (tile.right() < pixels.width() && box.x() + box.width() >= tile.right() - 1)
                || (tile.bottom() < pixels.height() && box.y() + box.height() >= tile.bottom() - 1);
    }

    /// Keeps the box with the highest score of those that overlap, and no box on a part of a larger face: in a tile,
    /// eyes and nose alone can look like a small face.
    private static List<FaceBox> nonMaxSuppression(List<FaceBox> boxes, float overlap) {
        List<FaceBox> kept = new ArrayList<>();
        boxes.sort(Comparator.comparingDouble((FaceBox box) -> box.score()).reversed());
        for (FaceBox box : boxes) {
            if (kept.stream().noneMatch(other -> intersectionOverUnion(box, other) > overlap)
                    && boxes.stream().noneMatch(other -> isPart(box, other))) {
                kept.add(box);
            }
        }
        return kept;
    }

    private static boolean isPart(FaceBox box, FaceBox other) {
        return box.area() < other.area() * PART_AREA
                && box.score() <= other.score() + PART_SCORE
                && both(box, other) > box.area() * PART_COVERED;
    }

    /// Intersection over union, 0..1.
    private static float intersectionOverUnion(FaceBox one, FaceBox other) {
        float both = both(one, other);
        return both / (one.area() + other.area() - both);
    }

    /// Area of the intersection.
    private static float both(FaceBox one, FaceBox other) {
        float width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        float height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        return Math.max(width, 0) * Math.max(height, 0);
    }
}

package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The eyes made of ONNX models. Opening costs nothing; each model is read, verified and loaded when first needed.
public final class OnnxVision implements Vision {

    /// Part of width and height that each of the four overlapping tiles covers.
    private static final float TILE = 0.6f;

    private static final float OVERLAP = 0.35f;
    /// Of 45 true faces none had a shorter vector; of 12 false boxes nine had.
    private static final float FALSE_BOX = 2.3f;

    private final ModelSet models;
    private final List<Net> nets = new ArrayList<>();
    private final Detector detector;
    private final LandmarkNet landmarks;
    private final PoseNet pose;
    private final VectorNet vectors;
    private final EyeNet eyes;

    private OnnxVision(ModelSet models) {
        this.models = models;
        this.detector = new Detector(net(models.detect(), 3, 240, 320));
        this.landmarks = new LandmarkNet(net(models.landmarks(), 1, 64, 64));
        this.pose = new PoseNet(net(models.pose(), 3, 224, 224));
        this.vectors = new VectorNet(net(models.vector(), 3, 112, 112));
        this.eyes = new EyeNet(net(models.eye(), 1, 24, 24));
    }

    public static OnnxVision open(ModelSet models) {
        return new OnnxVision(models);
    }

    private Net net(ModelDescriptor model, long channels, long height, long width) {
        var net = new Net(model, 1, channels, height, width);
        nets.add(net);
        return net;
    }

    @Override
    public String engine() {
        return models.engine();
    }

    @Override
    public List<FaceBox> detect(Pixels pixels, float minimumScore) {
        return detector.detect(pixels, whole(pixels), minimumScore);
    }

    @Override
    public List<Face> analyseAll(Pixels pixels, float minimumScore) {
        var boxes = new ArrayList<>(detect(pixels, minimumScore));
        for (var tile : tiles(pixels)) {
            for (var box : detector.detect(pixels, tile, minimumScore)) {
                if (!touchesInnerEdge(box, tile, pixels)) {
                    boxes.add(box);
                }
            }
        }
        return Detector.distinct(boxes, OVERLAP).stream()
                .map(box -> analyse(pixels, box))
                .filter(face -> face.quality().norm() >= FALSE_BOX)
                .sorted(Comparator.comparingDouble((Face face) -> face.box().area())
                        .reversed())
                .toList();
    }

    @Override
    public Face analyse(Pixels pixels, FaceBox box) {
        var points = landmarks.find(pixels, box);
        var alignment = Alignment.of(FivePoints.of(points));
        var aligned = alignment.warp(pixels);
        var measured = vectors.measure(aligned);
        var light = Light.of(aligned);
        var quality = new Quality(
                measured.norm(),
                alignment.residual(),
                light.sharpness(),
                light.brightness(),
                light.contrast(),
                light.sideLight());
        return new Face(
                box, points, pose.find(pixels, box, points), quality, eyes.find(pixels, points), measured.vector());
    }

    @Override
    public Landmarks landmarks(Pixels pixels, FaceBox box) {
        return landmarks.find(pixels, box);
    }

    @Override
    public Pose pose(Pixels pixels, FaceBox box, Landmarks points) {
        return pose.find(pixels, box, points);
    }

    private static Detector.Rectangle whole(Pixels pixels) {
        return new Detector.Rectangle(0, 0, pixels.width(), pixels.height());
    }

    private static List<Detector.Rectangle> tiles(Pixels pixels) {
        int width = Math.max(1, Math.round(pixels.width() * TILE));
        int height = Math.max(1, Math.round(pixels.height() * TILE));
        int right = pixels.width() - width;
        int bottom = pixels.height() - height;
        return List.of(
                new Detector.Rectangle(0, 0, width, height),
                new Detector.Rectangle(right, 0, width, height),
                new Detector.Rectangle(0, bottom, width, height),
                new Detector.Rectangle(right, bottom, width, height));
    }

    /// Such a box is half a face; the other tile, or the whole picture, has the whole of it.
    private static boolean touchesInnerEdge(FaceBox box, Detector.Rectangle tile, Pixels pixels) {
        float margin = 2;
        return tile.x() > 0 && box.x() <= tile.x() + margin
                || tile.y() > 0 && box.y() <= tile.y() + margin
                || tile.x() + tile.width() < pixels.width() && box.x() + box.width() >= tile.x() + tile.width() - margin
                || tile.y() + tile.height() < pixels.height()
                        && box.y() + box.height() >= tile.y() + tile.height() - margin;
    }

    @Override
    public void close() {
        nets.forEach(Net::close);
    }
}

package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Resampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All the steps from a picture to its faces, with the working memory of one thread.
final class Chain implements AutoCloseable {

    /// Three of four false boxes have a shorter vector, no true face of the measured ones has.
    private static final float FALSE_NORM = 2.3f;

    private final List<NetCall> calls = new ArrayList<>();
    private final Detector detector;
    private final LandmarkFinder landmarks;
    private final PoseEstimator pose;
    private final VectorMaker vectors;
    private final EyeReader eyes;

    Chain(Nets nets) {
        Resampler resampler = new Resampler();
        this.detector = new Detector(call(nets.detector()), resampler);
        this.landmarks = new LandmarkFinder(call(nets.landmarks()), resampler);
        this.pose = new PoseEstimator(call(nets.pose()), resampler);
        this.vectors = new VectorMaker(call(nets.features()));
        this.eyes = new EyeReader(call(nets.eyes()), resampler);
    }

    List<FaceBox> detect(Pixels pixels, float minimumScore) {
        return detector.detect(pixels, minimumScore);
    }

    List<Face> analyseAll(Pixels pixels, float minimumScore) {
        List<Face> faces = new ArrayList<>();
        for (FaceBox box : detector.detectTiled(pixels, minimumScore)) {
            Face face = analyse(pixels, box);
            if (face.quality().norm() >= FALSE_NORM) {
                faces.add(face);
            }
        }
        faces.sort(Comparator.comparingDouble((Face face) -> face.box().area()).reversed());
        return faces;
    }

    Face analyse(Pixels pixels, FaceBox box) {
        Landmarks points = landmarks(pixels, box);
        VectorMaker.Reading reading = vectors.read(pixels, points);
        return new Face(
                box, points, pose(pixels, box, points), reading.quality(), eyes.read(pixels, points), reading.vector());
    }

    Landmarks landmarks(Pixels pixels, FaceBox box) {
        return landmarks.find(pixels, box);
    }

    Pose pose(Pixels pixels, FaceBox box, Landmarks points) {
        return pose.estimate(pixels, box, points);
    }

    @Override
    public void close() {
        calls.forEach(NetCall::close);
    }

    private NetCall call(Net net) {
        NetCall call = new NetCall(net);
        calls.add(call);
        return call;
    }
}

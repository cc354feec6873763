package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Resampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All steps from a picture to its faces, with the working memory of one thread.
final class FacePipeline implements AutoCloseable {

    /// Three of four false detections have a shorter vector, no true face of the measured ones has.
    private static final float FALSE_NORM = 2.3f;

    /// From this score on, a detection with a shorter vector is a face that is too blurred, small or dark to be
    /// recognised. The caller learns why it cannot be used, instead of that there is none.
    private static final float SURE_SCORE = .95f;

    /// A face with at least this vector length and at most this residual counts as upright. With these limits 38 of
    /// 39 pictures were turned correctly from all four orientations; the other one shows a head that leans by 44
    /// degrees.
    private static final float SURE_NORM = 3.3f;

    private static final float SURE_RESIDUAL = 5;

    /// The gain in vector length that a turn needs, so that noise does not turn a poor picture.
    private static final double TURN_GAIN = 0.2;

    private static final double UPRIGHT_SIDE = 1280;
    private static final float UPRIGHT_SCORE = 0.7f;

    private final List<ModelInference> calls = new ArrayList<>();
    private final FaceDetector faceDetector;
    private final LandmarkFinder landmarks;
    private final PoseEstimator pose;
    private final FaceVectorExtractor vectors;
    private final EyeStateEstimator eyes;

    FacePipeline(OnnxModels onnxModels) {
        Resampler resampler = new Resampler();
        this.faceDetector = new FaceDetector(call(onnxModels.detector()), resampler);
        this.landmarks = new LandmarkFinder(call(onnxModels.landmarks()), resampler);
        this.pose = new PoseEstimator(call(onnxModels.pose()), resampler);
        this.vectors = new FaceVectorExtractor(call(onnxModels.features()));
        this.eyes = new EyeStateEstimator(call(onnxModels.eyes()), resampler);
    }

    List<FaceBox> detect(Pixels pixels, float minimumScore) {
        return faceDetector.detect(pixels, minimumScore);
    }

    List<Face> analyseAll(Pixels pixels, float minimumScore) {
        List<Face> faces = new ArrayList<>();
        for (FaceBox box : faceDetector.detectTiled(pixels, minimumScore)) {
            Face face = analyse(pixels, box);
            if (face.quality().norm() >= FALSE_NORM || box.score() >= SURE_SCORE) {
                faces.add(face);
            }
        }
        faces.sort(Comparator.comparingDouble((Face face) -> face.box().area()).reversed());
        return faces;
    }

    Face analyse(Pixels pixels, FaceBox box) {
        Landmarks points = landmarks(pixels, box);
        FaceVectorExtractor.Extraction extraction = vectors.extract(pixels, points);
        return new Face(
                box,
                points,
                pose(pixels, box, points),
                extraction.quality(),
                eyes.estimate(pixels, points),
                extraction.vector());
    }

    /// Quarter turns that give the longest face vector; a face that is good without a turn ends the search.
    int uprightTurns(Pixels pixels) {
        int most = Math.max(pixels.width(), pixels.height());
        double factor = Math.min(1, UPRIGHT_SIDE / most);
        Pixels small = pixels.scaled((int) Math.max(1, Math.round(pixels.width() * factor)), (int)
                Math.max(1, Math.round(pixels.height() * factor)));
        int best = 0;
        double bestNorm = 0;
        for (int turns = 0; turns < 4; turns++) {
            Pixels turned = small.turned(turns);
            for (FaceBox box : faceDetector.detect(turned, UPRIGHT_SCORE)) {
                Quality quality =
                        vectors.extract(turned, landmarks(turned, box)).quality();
                if (turns == 0 && quality.norm() >= SURE_NORM && quality.residual() <= SURE_RESIDUAL) {
                    return 0;
                }
                if (quality.norm() > bestNorm + (turns == 0 ? 0 : TURN_GAIN)) {
                    best = turns;
                    bestNorm = quality.norm();
                }
            }
        }
        return best;
    }

    Landmarks landmarks(Pixels pixels, FaceBox box) {
        return landmarks.find(pixels, box);
    }

    Pose pose(Pixels pixels, FaceBox box, Landmarks points) {
        return pose.estimate(pixels, box, points);
    }

    @Override
    public void close() {
        calls.forEach(ModelInference::close);
    }

    private ModelInference call(OnnxModel onnxModel) {
        ModelInference call = new ModelInference(onnxModel);
        calls.add(call);
        return call;
    }
}

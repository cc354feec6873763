package io.vestibule.vision;

import io.vestibule.base.CpuPool;
import io.vestibule.photo.Pixels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/// Implements [Vision] with local ONNX models. Nothing is loaded before the first call. Calls run in
/// [CpuPool#ANALYSIS]: at most one per core at a time, the others wait in order. Each needs its own working
/// memory, and more would gain nothing.
public final class OnnxVision implements Vision {

    /// A box may be larger than the picture (a face that fills it), but not by more than this factor.
    private static final int LARGEST_BOX = 4;

    private final ModelSet models;
    private final Supplier<Cohort> cohort;
    private final OnnxModels onnxModels;
    private final int most = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Semaphore permits = new Semaphore(most, true);
    private final ConcurrentLinkedDeque<FacePipeline> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private OnnxVision(ModelSet models, Supplier<Cohort> cohort, Optional<OnnxLibraries> libraries) {
        this.models = models;
        this.cohort = cohort;
        this.onnxModels = OnnxModels.of(models, libraries);
    }

    /// Loads nothing yet; a missing or changed model is reported by the first call that needs it.
    public static OnnxVision open(ModelSet models) {
        return new OnnxVision(models, Cohort::shipped, Optional.empty());
    }

    /// As [#open(ModelSet)].
    ///
    /// @param cohort asked by the first score that needs it
    /// @param libraries folder for the native libraries of ONNX Runtime, see [OnnxLibraries]
    public static OnnxVision open(ModelSet models, Supplier<Cohort> cohort, Path libraries) {
        return new OnnxVision(models, cohort, Optional.of(new OnnxLibraries(libraries)));
    }

    /// Loads every model now (about a second), so that the first call is as fast as later ones.
    ///
    /// @throws VisionException if the engine or a model cannot be used
    public void warmUp() {
        withPipeline(_ -> {
            onnxModels.load();
            return true;
        });
    }

    @Override
    public String engine() {
        return models.engine();
    }

    @Override
    public Cohort cohort() {
        return cohort.get();
    }

    @Override
    public List<FaceBox> detect(Pixels pixels, float minimumScore) {
        return withPipeline(facePipeline -> facePipeline.detect(pixels, minimumScore));
    }

    @Override
    public List<Face> analyseAll(Pixels pixels, float minimumScore) {
        return withPipeline(facePipeline -> facePipeline.analyseAll(pixels, minimumScore));
    }

    @Override
    public Face analyse(Pixels pixels, FaceBox box) {
        requireBoxInPicture(pixels, box);
        return withPipeline(facePipeline -> facePipeline.analyse(pixels, box));
    }

    @Override
    public Landmarks landmarks(Pixels pixels, FaceBox box) {
        requireBoxInPicture(pixels, box);
        return withPipeline(facePipeline -> facePipeline.landmarks(pixels, box));
    }

    @Override
    public Pose pose(Pixels pixels, FaceBox box, Landmarks landmarks) {
        requireBoxInPicture(pixels, box);
        return withPipeline(facePipeline -> facePipeline.pose(pixels, box, landmarks));
    }

    @Override
    public int uprightTurns(Pixels pixels) {
        return withPipeline(facePipeline -> facePipeline.uprightTurns(pixels));
    }

    /// Waits for calls in progress, then releases the models. Idempotent.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            permits.acquireUninterruptibly(most);
            try {
                idle.forEach(FacePipeline::close);
                idle.clear();
                onnxModels.close();
            } finally {
                permits.release(most);
            }
        }
    }

    private static void requireBoxInPicture(Pixels pixels, FaceBox box) {
        boolean meets = box.x() < pixels.width()
                && box.y() < pixels.height()
                && box.x() + box.width() > 0
                && box.y() + box.height() > 0;
        int most = LARGEST_BOX * Math.max(pixels.width(), pixels.height());
        if (!meets || box.width() > most || box.height() > most) {
            throw new IllegalArgumentException(
                    box + " does not fit a picture of " + pixels.width() + " x " + pixels.height());
        }
    }

    private <T> T withPipeline(Function<FacePipeline, T> how) {
        return CpuPool.ANALYSIS.run(() -> inTurn(how));
    }

    private <T> T inTurn(Function<FacePipeline, T> how) {
        permits.acquireUninterruptibly();
        try {
            if (closed.get()) {
                throw new IllegalStateException("Vision is closed");
            }
            FacePipeline free = idle.pollFirst();
            FacePipeline facePipeline = free == null ? new FacePipeline(onnxModels) : free;
            T seen;
            try {
                seen = how.apply(facePipeline);
            } finally {
                idle.addFirst(facePipeline);
            }
            return seen;
        } finally {
            permits.release();
        }
    }
}

package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Sees by ONNX models on this machine. Nothing is loaded before the first look. As many threads as there are cores
/// look at a time, the rest wait in order: each look needs its own working memory, and more would gain nothing.
public final class OnnxVision implements Vision {

    /// A box may be larger than the picture (a face that fills it), but not by more than this factor.
    private static final int LARGEST_BOX = 4;

    private final ModelSet models;
    private final Nets nets;
    private final int most = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Semaphore places = new Semaphore(most, true);
    private final ConcurrentLinkedDeque<Chain> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private OnnxVision(ModelSet models) {
        this.models = models;
        this.nets = Nets.of(models);
    }

    /// Costs nothing yet; a model that is missing or changed shows at the first call that needs it.
    public static OnnxVision open(ModelSet models) {
        return new OnnxVision(models);
    }

    /// Loads every model now (about a second), so that the first look is as quick as the next.
    ///
    /// @throws VisionException if the engine or a model cannot be used
    public void warmUp() {
        look(_ -> {
            nets.load();
            return true;
        });
    }

    @Override
    public String engine() {
        return models.engine();
    }

    @Override
    public List<FaceBox> detect(Pixels pixels, float minimumScore) {
        return look(chain -> chain.detect(pixels, minimumScore));
    }

    @Override
    public List<Face> analyseAll(Pixels pixels, float minimumScore) {
        return look(chain -> chain.analyseAll(pixels, minimumScore));
    }

    @Override
    public Face analyse(Pixels pixels, FaceBox box) {
        refuseStray(pixels, box);
        return look(chain -> chain.analyse(pixels, box));
    }

    @Override
    public Landmarks landmarks(Pixels pixels, FaceBox box) {
        refuseStray(pixels, box);
        return look(chain -> chain.landmarks(pixels, box));
    }

    @Override
    public Pose pose(Pixels pixels, FaceBox box, Landmarks landmarks) {
        refuseStray(pixels, box);
        return look(chain -> chain.pose(pixels, box, landmarks));
    }

    @Override
    public int uprightTurns(Pixels pixels) {
        return look(chain -> chain.uprightTurns(pixels));
    }

    /// Waits for looks under way, then frees the models. Calling it again does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            places.acquireUninterruptibly(most);
            try {
                idle.forEach(Chain::close);
                idle.clear();
                nets.close();
            } finally {
                places.release(most);
            }
        }
    }

    private static void refuseStray(Pixels pixels, FaceBox box) {
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

    private <T> T look(Function<Chain, T> how) {
        places.acquireUninterruptibly();
        try {
            if (closed.get()) {
                throw new IllegalStateException("Vision is closed");
            }
            Chain free = idle.pollFirst();
            Chain chain = free == null ? new Chain(nets) : free;
            T seen;
            try {
                seen = how.apply(chain);
            } finally {
                idle.addFirst(chain);
            }
            return seen;
        } finally {
            places.release();
        }
    }
}

package io.vestibule.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.vestibule.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One model, loaded and validated on first use and shared by all threads. It runs on the caller's thread only and
/// never spins: with two busy cores more threads made it slower.
final class OnnxModel implements AutoCloseable {

    private final ModelDescriptor descriptor;
    private final Optional<OnnxLibraries> libraries;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable OrtSession session;

    OnnxModel(ModelDescriptor descriptor, Optional<OnnxLibraries> libraries) {
        this.descriptor = descriptor;
        this.libraries = libraries;
    }

    ModelDescriptor descriptor() {
        return descriptor;
    }

    OrtSession session() {
        OrtSession loaded = session;
        if (loaded != null) {
            return loaded;
        }
        lock.lock();
        try {
            loaded = session;
            if (loaded == null) {
                loaded = load();
                session = loaded;
            }
            return loaded;
        } finally {
            lock.unlock();
        }
    }

    /// Must not be in use any more.
    @Override
    public void close() {
        lock.lock();
        try {
            OrtSession loaded = session;
            session = null;
            if (loaded != null) {
                loaded.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("Closed twice: " + descriptor.name(), e);
        } finally {
            lock.unlock();
        }
    }

    /// One per process; its telemetry is disabled.
    static OrtEnvironment environment() {
        try {
            var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "vestibule");
            environment.setTelemetry(false);
            return environment;
        } catch (OrtException | LinkageError | RuntimeException e) {
            throw new VisionException(new VisionFailure.EngineUnavailable(), e);
        }
    }

    private OrtSession load() {
        libraries.ifPresent(OnnxLibraries::prepare);
        OrtEnvironment environment = environment();
        byte[] bytes = bytes();
        OrtSession loaded = null;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            loaded = environment.createSession(bytes, options);
            checkShape(loaded);
            return loaded;
        } catch (OrtException e) {
            throw new VisionException(new VisionFailure.ModelUnfit(descriptor.name()), e);
        }
    }

    private byte[] bytes() {
        byte[] bytes;
        try (InputStream in = descriptor.source().open()) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new VisionException(new VisionFailure.ModelMissing(descriptor.name()), e);
        }
        if (!Sha256.hex(bytes).equals(descriptor.sha256())) {
            throw new VisionException(new VisionFailure.ModelChanged(descriptor.name()), null);
        }
        return bytes;
    }

    private void checkShape(OrtSession loaded) throws OrtException {
        ModelInputSpec input = descriptor.input();
        long[] wanted = {1, input.planes().count(), input.height(), input.width()};
        var inputs = loaded.getInputInfo().values();
        boolean fits = inputs.size() == 1
                && inputs.iterator().next().getInfo() instanceof TensorInfo info
                && Arrays.equals(info.getShape(), wanted)
                && loaded.getOutputNames().containsAll(descriptor.outputs());
        if (!fits) {
            loaded.close();
            throw new VisionException(new VisionFailure.ModelUnfit(descriptor.name()), null);
        }
    }
}

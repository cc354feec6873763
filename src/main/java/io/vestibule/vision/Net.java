package io.vestibule.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.vestibule.base.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One network: its session is made at the first run and shared by all threads; input buffers are used again.
final class Net implements AutoCloseable {

    private final ModelDescriptor model;
    private final long[] shape;
    private final int length;
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentLinkedQueue<FloatBuffer> inputs = new ConcurrentLinkedQueue<>();
    private volatile @Nullable OrtSession session;
    private boolean closed;

    /// @param shape of the input: batch (always 1), channels, height, width
    Net(ModelDescriptor model, long... shape) {
        this.model = model;
        this.shape = shape.clone();
        this.length = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    /// A direct buffer of the input's size; hand it back to [#run], which keeps it for the next.
    FloatBuffer input() {
        var used = inputs.poll();
        return used != null
                ? used
                : ByteBuffer.allocateDirect(4 * length)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
    }

    /// @return each named output, flattened
    float[][] run(FloatBuffer input, String... outputs) {
        input.rewind();
        var open = session();
        try (var tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input, shape);
                var answer = open.run(Map.of("input", tensor), new java.util.LinkedHashSet<>(Arrays.asList(outputs)))) {
            var values = new float[outputs.length][];
            for (int i = 0; i < outputs.length; i++) {
                var buffer = ((OnnxTensor) answer.get(outputs[i]).orElseThrow()).getFloatBuffer();
                values[i] = new float[buffer.remaining()];
                buffer.get(values[i]);
            }
            return values;
        } catch (OrtException e) {
            throw new VisionException(Problem.of("vision.failed", model.name()), e);
        } finally {
            inputs.add(input);
        }
    }

    private OrtSession session() {
        var known = session;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            if (closed) {
                throw new VisionException(Problem.of("vision.closed"));
            }
            var present = session;
            if (present == null) {
                present = load();
                session = present;
            }
            return present;
        } finally {
            lock.unlock();
        }
    }

    private OrtSession load() {
        var bytes = verified();
        try (var options = new OrtSession.SessionOptions()) {
            // Measured: a second thread does not help these small nets, and spinning takes the core from others.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            var environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            return environment.createSession(bytes, options);
        } catch (OrtException | LinkageError e) {
            throw new VisionException(Problem.of("vision.cannot-load", model.name()), e);
        }
    }

    private byte[] verified() {
        try {
            var bytes = read();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!hash.equals(model.sha256())) {
                throw new VisionException(Problem.of("vision.altered", model.name()));
            }
            return bytes;
        } catch (IOException e) {
            throw new VisionException(Problem.of("vision.missing", model.name()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private byte[] read() throws IOException {
        if (model.resource().startsWith("file:")) {
            return Files.readAllBytes(Path.of(URI.create(model.resource())));
        }
        try (var stream = Net.class.getResourceAsStream(model.resource())) {
            if (stream == null) {
                throw new IOException("Not on the class path");
            }
            return stream.readAllBytes();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            var open = session;
            if (open != null) {
                session = null;
                open.close();
            }
        } catch (OrtException e) {
            throw new VisionException(Problem.of("vision.failed", model.name()), e);
        } finally {
            lock.unlock();
        }
    }
}

package io.vestibule.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.ModelDescriptor;
import io.vestibule.vision.ModelInputSpec;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// From decoded pixels of 1280 x 720 to the face vector, against the pure inference time of the models involved. The
/// goal is a ratio of at most 1.25.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class VisionBenchmark {

    private final OnnxVision vision = OnnxVision.open(ModelSet.shipped());
    private final List<RawNet> nets = new ArrayList<>();
    private Pixels frame = new Pixels(1, 1, new int[1]);

    @Setup
    public void setUp() throws IOException, PhotoException, OrtException {
        frame = frame();
        ModelSet models = ModelSet.shipped();
        nets.add(new RawNet(models.detector()));
        nets.add(new RawNet(models.landmarks()));
        nets.add(new RawNet(models.features()));
        nets.add(new RawNet(models.pose()));
        RawNet eyes = new RawNet(models.eyes());
        nets.add(eyes);
        nets.add(eyes); // there are two eyes
    }

    @TearDown
    public void tearDown() {
        vision.close();
    }

    @Benchmark
    public Face chain() {
        FaceBox box = vision.detect(frame, 0.7f).getFirst();
        return vision.analyse(frame, box);
    }

    @Benchmark
    public int rawNets() throws OrtException {
        int answers = 0;
        for (RawNet net : nets) {
            answers += net.run();
        }
        return answers;
    }

    /// A sample photo centred in a gray frame.
    private static Pixels frame() throws IOException, PhotoException {
        Pixels photo;
        try (InputStream in = resource("/assets/samples/sample-person-1/1.jpg")) {
            photo = new PhotoDecoder(PhotoLimits.DEFAULT)
                    .decode(in.readAllBytes())
                    .scaled(576, 720);
        }
        int[] argb = new int[1280 * 720];
        for (int i = 0; i < argb.length; i++) {
            int x = i % 1280 - 352;
            argb[i] = x >= 0 && x < 576 ? photo.at(x, i / 1280) : 0xFF808080;
        }
        return new Pixels(1280, 720, argb);
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(VisionBenchmark.class.getResourceAsStream(path));
    }

    /// A session with the same options as the program's, fed with one tensor of noise.
    private static final class RawNet {

        private final OrtSession session;
        private final Map<String, OnnxTensor> inputs;

        RawNet(ModelDescriptor model) throws OrtException, IOException {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "vestibule");
            var options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            try (InputStream in = model.source().open()) {
                session = environment.createSession(in.readAllBytes(), options);
            }
            ModelInputSpec recipe = model.input();
            int count = recipe.planes().count() * recipe.width() * recipe.height();
            FloatBuffer noise = ByteBuffer.allocateDirect(count * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            Random random = new Random(7);
            for (int i = 0; i < count; i++) {
                noise.put(i, random.nextFloat() * 2 - 1);
            }
            long[] shape = {1, recipe.planes().count(), recipe.height(), recipe.width()};
            inputs = Map.of(
                    session.getInputNames().iterator().next(), OnnxTensor.createTensor(environment, noise, shape));
        }

        int run() throws OrtException {
            try (var answer = session.run(inputs)) {
                return answer.size();
            }
        }
    }
}

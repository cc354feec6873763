package io.vestibule.vision;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.vestibule.vision.raster.Gray;
import io.vestibule.vision.raster.Patch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thread's access to an [OnnxModel]: the input patch, and the tensors for input and outputs. All are created
/// once and reused, so a run allocates next to nothing.
final class ModelInference implements AutoCloseable {

    private final OnnxModel onnxModel;
    private final ModelInputSpec recipe;
    private final Patch patch;
    private final float[] planes;
    private final float[] factors;
    private final float[] offsets;
    private @Nullable Tensors tensors;

    ModelInference(OnnxModel onnxModel) {
        this.onnxModel = onnxModel;
        this.recipe = onnxModel.descriptor().input();
        this.patch = Patch.of(recipe.width(), recipe.height());
        this.planes = new float[recipe.planes().count() * recipe.width() * recipe.height()];
        this.factors = new float[recipe.planes().count()];
        this.offsets = new float[recipe.planes().count()];
        for (int plane = 0; plane < factors.length; plane++) {
            factors[plane] = (float) (1 / recipe.divisors().get(plane));
            offsets[plane] =
                    (float) (-recipe.means().get(plane) / recipe.divisors().get(plane));
        }
    }

    /// The input of the next run, to draw on.
    Patch patch() {
        return patch;
    }

    /// Runs the model on the patch.
    ///
    /// @return its outputs in the descriptor's order; valid until the next run
    List<float[]> run() {
        Tensors ready = tensors;
        if (ready == null) {
            ready = Tensors.make(onnxModel);
            tensors = ready;
        }
        fill();
        ready.input.put(0, planes);
        try (var _ = onnxModel.session().run(ready.inputs, Set.of(), ready.outputs)) {
            for (int i = 0; i < ready.answers.size(); i++) {
                ready.buffers.get(i).get(0, ready.answers.get(i));
            }
            return ready.answers;
        } catch (OrtException e) {
            throw new VisionException(
                    new VisionFailure.RunFailed(onnxModel.descriptor().name()), e);
        }
    }

    @Override
    public void close() {
        if (tensors != null) {
            tensors.owned.forEach(OnnxTensor::close);
        }
    }

    private void fill() {
        switch (recipe.planes()) {
            case RGB -> {
                fill(0, 16);
                fill(1, 8);
                fill(2, 0);
            }
            case BGR -> {
                fill(0, 0);
                fill(1, 8);
                fill(2, 16);
            }
            case GRAY -> {
                for (int i = 0; i < planes.length; i++) {
                    planes[i] = Gray.of(patch.rgb()[i]) * factors[0] + offsets[0];
                }
            }
        }
    }

    /// A separate loop per plane, without a table, so that the JIT compiler vectorises it.
    private void fill(int plane, int shift) {
        int[] rgb = patch.rgb();
        float[] target = planes;
        int start = plane * rgb.length;
        float factor = factors[plane];
        float offset = offsets[plane];
        for (int i = 0; i < rgb.length; i++) {
            target[start + i] = (rgb[i] >> shift & 0xFF) * factor + offset;
        }
    }

    /// Off-heap tensors, which the model reads and writes in place.
    private record Tensors(
            FloatBuffer input,
            Map<String, OnnxTensor> inputs,
            Map<String, OnnxTensor> outputs,
            List<FloatBuffer> buffers,
            List<float[]> answers,
            List<OnnxTensor> owned) {

        static Tensors make(OnnxModel onnxModel) {
            OrtSession session = onnxModel.session();
            OrtEnvironment environment = OnnxModel.environment();
            List<OnnxTensor> owned = new ArrayList<>();
            try {
                String name = session.getInputNames().iterator().next();
                TensorInfo inputInfo = info(session.getInputInfo(), name);
                FloatBuffer input = buffer(inputInfo);
                owned.add(OnnxTensor.createTensor(environment, input, inputInfo.getShape()));
                Map<String, OnnxTensor> outputs = new HashMap<>();
                List<FloatBuffer> buffers = new ArrayList<>();
                List<float[]> answers = new ArrayList<>();
                for (String output : onnxModel.descriptor().outputs()) {
                    TensorInfo info = info(session.getOutputInfo(), output);
                    FloatBuffer buffer = buffer(info);
                    OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer, info.getShape());
                    owned.add(tensor);
                    outputs.put(output, tensor);
                    buffers.add(buffer);
                    answers.add(new float[buffer.capacity()]);
                }
                return new Tensors(input, Map.of(name, owned.getFirst()), outputs, buffers, answers, owned);
            } catch (OrtException e) {
                owned.forEach(OnnxTensor::close);
                throw new VisionException(
                        new VisionFailure.ModelUnfit(onnxModel.descriptor().name()), e);
            }
        }

        private static TensorInfo info(Map<String, NodeInfo> all, String name) {
            return (TensorInfo) Objects.requireNonNull(all.get(name)).getInfo();
        }

        private static FloatBuffer buffer(TensorInfo info) {
            int bytes = Math.toIntExact(info.getNumElements() * Float.BYTES);
            return ByteBuffer.allocateDirect(bytes)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
    }
}

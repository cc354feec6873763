package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.ModelDescriptor.ModelFile;
import io.vestibule.vision.ModelDescriptor.Resource;
import io.vestibule.vision.ModelDescriptor.Source;
import io.vestibule.vision.ModelInputSpec.Planes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

    private static final Pixels PIXELS = new Pixels(2, 2, new int[4]);

    @Test
    void a_model_whose_bytes_changed_is_refused(@TempDir Path folder) throws IOException {
        ModelDescriptor shipped = ModelSet.shipped().detector();
        Path file = folder.resolve("detector.onnx");
        byte[] bytes;
        try (InputStream in = shipped.source().open()) {
            bytes = in.readAllBytes();
        }
        Files.write(file, bytes);
        try (OnnxVision vision = OnnxVision.open(withDetector(described(new ModelFile(file), shipped.sha256())))) {
            assertThatNoException().isThrownBy(() -> vision.detect(PIXELS, 0.7f));
        }
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertRefused(described(new ModelFile(file), shipped.sha256()), "vision.model-changed");
    }

    @Test
    void a_model_that_is_missing_is_refused(@TempDir Path folder) {
        String sha256 = ModelSet.shipped().detector().sha256();
        assertRefused(described(new ModelFile(folder.resolve("none.onnx")), sha256), "vision.model-missing");
        assertRefused(described(new Resource("/assets/models/none.onnx"), sha256), "vision.model-missing");
    }

    @Test
    void a_model_that_is_fed_otherwise_than_described_is_refused() {
        ModelDescriptor eyes = ModelSet.shipped().eyes();
        assertRefused(described(eyes.source(), eyes.sha256()), "vision.model-unfit");
    }

    @Test
    void bytes_that_are_no_model_are_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("detector.onnx"), "abc");
        String sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertRefused(described(new ModelFile(file), sha256), "vision.model-unfit");
    }

    @Test
    void a_missing_model_hinders_only_what_needs_it(@TempDir Path folder) {
        ModelSet shipped = ModelSet.shipped();
        ModelDescriptor missing = described(
                new ModelFile(folder.resolve("none.onnx")), shipped.pose().sha256());
        ModelSet models = new ModelSet(
                "partial", shipped.detector(), shipped.landmarks(), missing, shipped.features(), shipped.eyes());
        try (OnnxVision vision = OnnxVision.open(models)) {
            assertThat(vision.engine()).isEqualTo("partial");
            assertThatNoException().isThrownBy(() -> vision.detect(PIXELS, 0.7f));
            assertThatExceptionOfType(VisionException.class).isThrownBy(vision::warmUp);
        }
    }

    private static void assertRefused(ModelDescriptor detector, String code) {
        try (OnnxVision vision = OnnxVision.open(withDetector(detector))) {
            assertThatExceptionOfType(VisionException.class)
                    .isThrownBy(() -> vision.detect(PIXELS, 0.7f))
                    .satisfies(refusal -> {
                        assertThat(refusal.problem().code()).isEqualTo(code);
                        assertThat(refusal.problem().args()).containsExactly("the detector");
                    });
        }
    }

    private static ModelDescriptor described(Source source, String sha256) {
        ModelInputSpec recipe = ModelInputSpec.of(320, 240, Planes.RGB, 127, 128);
        return new ModelDescriptor("the detector", source, sha256, recipe, List.of("scores", "boxes"));
    }

    private static ModelSet withDetector(ModelDescriptor detector) {
        ModelSet shipped = ModelSet.shipped();
        return new ModelSet(
                "changed", detector, shipped.landmarks(), shipped.pose(), shipped.features(), shipped.eyes());
    }
}

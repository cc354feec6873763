package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vision.ModelInputSpec.Planes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The processing steps (channel order, crops, alignment) give the results of another implementation.
class GoldenTest {

    private static final OnnxVision VISION = OnnxVision.open(ModelSet.shipped());

    @AfterAll
    static void close() {
        VISION.close();
    }

    static List<GoldenFace> faces() throws IOException {
        var stream = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("golden.tsv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Stream<String> rows = reader.lines().filter(line -> !line.startsWith("#"));
            return rows.map(line -> GoldenFace.of(line.split("\t", -1))).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void sees_points_length_and_vector_as_the_reference_does(GoldenFace golden) {
        golden.assertSeenBy(VISION, VisionSamples.pixels(golden.photo()));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void finds_the_face_where_the_reference_does(GoldenFace golden) {
        golden.assertFoundBy(VISION, VisionSamples.pixels(golden.photo()));
    }

    @Test
    void a_wrong_channel_order_would_show() throws IOException {
        ModelSet right = ModelSet.shipped();
        ModelDescriptor features = right.features();
        ModelDescriptor turned = new ModelDescriptor(
                features.name(),
                features.source(),
                features.sha256(),
                ModelInputSpec.of(112, 112, Planes.RGB, 127, 128),
                features.outputs());
        ModelSet wrong = new ModelSet("wrong", right.detector(), right.landmarks(), right.pose(), turned, right.eyes());
        try (OnnxVision vision = OnnxVision.open(wrong)) {
            for (GoldenFace golden : faces()) {
                Face seen = vision.analyse(VisionSamples.pixels(golden.photo()), golden.box());
                assertThat(seen.vector().cosine(golden.vector())).isLessThan(0.99f);
            }
        }
    }
}

package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.Face;

class ModelChangeTest {

    private static final String OFFICE = LocalEngine.COLLECTION;

    @TempDir
    Path folder;

    private LocalEngine open(String model) {
        var shipped = ModelSet.shipped();
        var models = new ModelSet(
                model, shipped.detector(), shipped.landmarks(), shipped.pose(), shipped.features(), shipped.eyes());
        return LocalEngine.open(folder, EngineSettings.DEFAULT, Optional.empty(), OnnxVision.open(models));
    }

    @Test
    void neverComparesVectorsOfTwoModels() {
        float[] person;
        String before;
        try (var local = open("first").withCollection()) {
            person = local.person();
            before = local.face(person);
            local.user("u");
            local.client.associateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(before));
        }
        try (var local = open("second")) {
            var after = local.face(person);
            assertThat(local.client.listFaces(r -> r.collectionId(OFFICE)).faces())
                    .extracting(Face::indexFacesModelVersion)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
            assertThat(local.client
                            .searchFaces(r -> r.collectionId(OFFICE).faceId(after))
                            .faceMatches())
                    .isEmpty();
            assertThat(local.client
                            .searchUsers(r -> r.collectionId(OFFICE).faceId(after))
                            .userMatches())
                    .isEmpty();
            assertThat(local.client
                            .associateFaces(
                                    r -> r.collectionId(OFFICE).userId("u").faceIds(after))
                            .unsuccessfulFaceAssociations()
                            .getFirst()
                            .reasonsAsStrings())
                    .containsExactly("LOW_MATCH_CONFIDENCE");
        }
        try (var local = open("first")) {
            assertThat(local.client
                            .searchUsers(r -> r.collectionId(OFFICE).faceId(before))
                            .userMatches())
                    .hasSize(1);
        }
    }

    @Test
    void indexesAPhotoOnceForEachModel() {
        String first;
        try (var local = open("first").withCollection()) {
            first = index(local);
            assertThat(index(local)).isEqualTo(first);
        }
        try (var local = open("second")) {
            var second = index(local);
            assertThat(second).isNotEqualTo(first);
            assertThat(index(local)).isEqualTo(second);
            assertThat(local.client
                            .describeCollection(r -> r.collectionId(OFFICE))
                            .faceCount())
                    .isEqualTo(2);
        }
    }

    private static String index(LocalEngine local) {
        return local.client
                .indexFaces(r -> r.collectionId(OFFICE)
                        .image(EngineSamples.image("sample-person-2/1.jpg"))
                        .externalImageId("photo-1"))
                .faceRecords()
                .getFirst()
                .face()
                .faceId();
    }
}

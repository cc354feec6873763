package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.vision.Calibration;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.FaceVector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.UserMatch;

/// Every similarity of the engine is that of the normalised score.
class CohortScoreTest {

    private static final String OFFICE = LocalEngine.COLLECTION;

    @TempDir
    Path folder;

    private LocalEngine local;

    @BeforeEach
    void open() {
        local = LocalEngine.open(folder).withCollection();
    }

    @AfterEach
    void close() {
        local.close();
    }

    /// @param share how much the face looks like everybody, 0..1
    private float[] common(double share) {
        var person = local.person();
        var mean = CohortSpace.mean();
        var vector = new float[FaceVector.LENGTH];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) ((1 - share) * person[i] + share * mean[i]);
            square += (double) vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private String user(String id, float[] vector) {
        local.user(id);
        var face = local.face(vector);
        local.client.associateFaces(r -> r.collectionId(OFFICE).userId(id).faceIds(face));
        return face;
    }

    private List<UserMatch> users(String face) {
        return local.client
                .searchUsers(r -> r.collectionId(OFFICE).faceId(face).userMatchThreshold(0f))
                .userMatches();
    }

    @Test
    void searchesOfUsersAndFacesReturnTheNormalisedScore() {
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < 12; i++) {
            vectors.add(common(i / 24d));
            user("u" + i, vectors.getLast());
        }
        var probe = common(.4);
        var face = local.face(probe);
        assertThat(users(face)).hasSize(12).allSatisfy(match -> {
            var vector = vectors.get(Integer.parseInt(match.user().userId().substring(1)));
            assertThat(match.similarity()).isCloseTo(expected(probe, vector), within(.1f));
        });
        var faces = local.client
                .searchFaces(r -> r.collectionId(OFFICE).faceId(face).faceMatchThreshold(0f))
                .faceMatches();
        assertThat(faces).hasSize(12).allSatisfy(match -> {
            var vector = vectors.get(Integer.parseInt(match.face().userId().substring(1)));
            assertThat(match.similarity()).isCloseTo(expected(probe, vector), within(.1f));
        });
    }

    private static float expected(float[] one, float[] other) {
        double cosine = 0;
        for (int i = 0; i < one.length; i++) {
            cosine += (double) one[i] * other[i];
        }
        double mean = (Cohort.shipped().score(one) + Cohort.shipped().score(other)) / 2;
        return Calibration.similarity((float) (cosine - mean));
    }

    /// The same cosine is enough for two faces that look like nobody else, and not for two that look like everybody.
    @Test
    void theThresholdOfAnAssociationAppliesToTheNormalisedScore() {
        var rare = local.person();
        user("rare", rare);
        var cosine = .4;
        var close = local.face(local.like(rare, cosine));
        assertThat(local.client
                        .associateFaces(
                                r -> r.collectionId(OFFICE).userId("rare").faceIds(close))
                        .associatedFaces())
                .hasSize(1);
        var one = common(.5);
        var other = common(.5);
        assertThat((double) new FaceVector(one).cosine(new FaceVector(other))).isGreaterThan(cosine);
        user("common", one);
        var alike = local.face(other);
        assertThat(local.client
                        .associateFaces(
                                r -> r.collectionId(OFFICE).userId("common").faceIds(alike))
                        .unsuccessfulFaceAssociations())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.reasonsAsStrings()).containsExactly("LOW_MATCH_CONFIDENCE");
                    assertThat(refusal.confidence()).isCloseTo(expected(one, other), within(.1f));
                });
    }

    /// What the people of a collection share counts against a match only when there are enough of them, and after the
    /// collection is loaded again.
    @Test
    void meanFacesOfTheOwnUsersJoinTheCohort() {
        var shared = local.person();
        for (int i = 0; i < CollectionCohort.LEAST_USERS - 1; i++) {
            user("u" + i, local.like(shared, .6));
        }
        var probe = local.face(local.like(shared, .6));
        var before = similarity(probe, "u7");
        close();
        local = LocalEngine.open(folder);
        assertThat(similarity(probe, "u7")).isCloseTo(before, within(.1f));
        user("last", local.like(shared, .6));
        assertThat(similarity(probe, "u7")).isCloseTo(before, within(.1f));
        close();
        local = LocalEngine.open(folder);
        assertThat(similarity(probe, "u7")).isLessThan(before - 10);
    }

    private float similarity(String face, String user) {
        return local
                .client
                .searchUsers(r -> r.collectionId(OFFICE)
                        .faceId(face)
                        .userMatchThreshold(0f)
                        .maxUsers(500))
                .userMatches()
                .stream()
                .filter(match -> match.user().userId().equals(user))
                .findFirst()
                .orElseThrow()
                .similarity();
    }
}

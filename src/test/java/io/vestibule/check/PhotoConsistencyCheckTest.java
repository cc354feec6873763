package io.vestibule.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vision.FaceVector;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import io.vestibule.vision.Vision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PhotoConsistencyCheckTest {

    private static final Vision VISION = OnnxVision.open(ModelSet.shipped());

    private final PhotoConsistencyCheck set = new PhotoConsistencyCheck(PhotoConsistencyCheck.OUTLIER_COSINE);

    @AfterAll
    static void close() {
        VISION.close();
    }

    private static List<FaceVector> vectors(String... samples) {
        PhotoCheck check = new PhotoCheck(VISION, CheckLimits.DEFAULT);
        return Stream.of(samples)
                .map(sample -> check.check(Degraded.sample(sample))
                        .face()
                        .orElseThrow()
                        .vector())
                .toList();
    }

    @Test
    void photosOfOnePersonAreAlike() {
        List<FaceVector> vectors = vectors(
                "sample-person-1/1.jpg", "sample-person-1/2.jpg", "sample-person-1/3.jpg", "sample-person-1-probe.jpg");
        assertThat(set.findOutliers(vectors)).isEmpty();
        assertThat(set.closestToAll(vectors)).isLessThan(3);
    }

    @Test
    void anotherPersonAmongThemIsReported() {
        List<FaceVector> vectors =
                vectors("stranger.jpg", "sample-person-1/1.jpg", "sample-person-1/2.jpg", "sample-person-1/3.jpg");
        assertThat(set.findOutliers(vectors)).containsExactly(0);
        assertThat(set.closestToAll(vectors)).isPositive();
        assertThat(set.outlierFinding()).isEqualTo(new Finding(Reason.UNLIKE_THE_OTHERS, Severity.WARN));
    }

    @Test
    void ofTwoThatDifferBothAreReported() {
        assertThat(set.findOutliers(vectors("sample-person-1/1.jpg", "sample-person-2/1.jpg")))
                .containsExactly(0, 1);
    }

    @Test
    void onePhotoIsUnlikeNothing() {
        List<FaceVector> one = vectors("sample-person-2/1.jpg");
        assertThat(set.findOutliers(one)).isEmpty();
        assertThat(set.closestToAll(one)).isZero();
        assertThat(set.findOutliers(List.of())).isEmpty();
    }
}

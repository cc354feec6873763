package io.vestibule.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.vestibule.vision.Cohort;
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

    private final PhotoConsistencyCheck set = new PhotoConsistencyCheck(Cohort.shipped());

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

    /// A cohort that resembles none of the vectors below: their score is the cosine.
    private static final PhotoConsistencyCheck PLAIN = new PhotoConsistencyCheck(Cohort.of(List.of(axis(2)), "test"));

    private static float[] axis(int number) {
        float[] values = new float[FaceVector.LENGTH];
        values[number] = 1;
        return values;
    }

    /// A vector of unit length in the plane of the first two numbers.
    private static FaceVector at(double degrees) {
        float[] values = new float[FaceVector.LENGTH];
        values[0] = (float) Math.cos(Math.toRadians(degrees));
        values[1] = (float) Math.sin(Math.toRadians(degrees));
        return new FaceVector(values);
    }

    @Test
    void aPhotoResemblesTheMeanOfTheRestByTheirAngle() {
        assertThat(PLAIN.scoresToRest(List.of(at(0), at(60))))
                .allSatisfy(one -> assertThat(one).isCloseTo(0.5f, offset(1e-5f)));
        assertThat(PLAIN.scoresToRest(List.of(at(0), at(80), at(100))).getFirst())
                .isCloseTo(0, offset(1e-5f));
        assertThat(PLAIN.scoresToRest(List.of(at(0), at(180))).getFirst()).isCloseTo(-1, offset(1e-5f));
    }

    @Test
    void oneAloneResemblesNobodyAndNoneHasNoResemblances() {
        assertThat(PLAIN.scoresToRest(List.of(at(0)))).containsExactly(0f);
        assertThat(PLAIN.scoresToRest(List.of())).isEmpty();
    }

    @Test
    void onlyWhatIsBelowTheLimitIsUnlike() {
        double limit = Math.toDegrees(Math.acos(PhotoConsistencyCheck.OUTLIER_SCORE));
        assertThat(PLAIN.findOutliers(List.of(at(0), at(limit - 1)))).isEmpty();
        assertThat(PLAIN.findOutliers(List.of(at(0), at(limit + 1)))).containsExactly(0, 1);
        assertThat(PLAIN.findOutliers(List.of(at(0), at(10), at(limit + 6)))).containsExactly(2);
        assertThat(PLAIN.findUnlike(List.of(at(0), at(limit + 1)), List.of(at(0))))
                .containsExactly(1);
    }

    /// Two faces that look like everybody have to resemble each other more.
    @Test
    void whatBothShareWithEverybodyDoesNotCount() {
        var everybody = new PhotoConsistencyCheck(Cohort.of(List.of(axis(0)), "test"));
        assertThat(PLAIN.findOutliers(List.of(at(20), at(-20)))).isEmpty();
        assertThat(everybody.findOutliers(List.of(at(20), at(-20)))).containsExactly(0, 1);
    }

    @Test
    void theOneInTheMiddleIsClosestToAllAndOfEqualOnesTheFirst() {
        assertThat(set.closestToAll(List.of(at(0), at(40), at(20)))).isEqualTo(2);
        assertThat(set.closestToAll(List.of(at(5), at(5), at(5)))).isZero();
    }
}

package io.vestibule.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.cloud.GalleryScores.Alike;
import io.vestibule.cloud.GalleryScores.FaceScores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GalleryReportTest {

    private static GalleryReport report(double tolerated, GalleryReport.Scores scores) {
        return new GalleryReport(
                new GalleryReport.Run(
                        UUID.randomUUID(), new CompanyId("acme-1"), UUID.randomUUID(), Instant.EPOCH, "engine"),
                2,
                80,
                tolerated,
                scores,
                List.of());
    }

    private static GalleryReport.Scores scores() {
        return new GalleryReport.Scores(new ScoreHistogram(), new ScoreHistogram(), new ScoreHistogram());
    }

    @Test
    void aScoreReachesTheThresholdsUpToItself() {
        var histogram = new ScoreHistogram();
        for (float score : new float[] {0, 49.9f, 50, 79.95f, 80, 99.8f, 100}) {
            histogram.add(score);
        }
        assertThat(histogram.total()).isEqualTo(7);
        assertThat(histogram.reaching(0)).isEqualTo(7);
        assertThat(histogram.reaching(50)).isEqualTo(5);
        assertThat(histogram.reaching(80)).isEqualTo(3);
        assertThat(histogram.reaching(99.8f)).isEqualTo(2);
        assertThat(histogram.reaching(100)).isEqualTo(1);
        assertThat(ScoreHistogram.of(histogram.text()).text()).isEqualTo(histogram.text());
    }

    @Test
    void theProposedThresholdIsTheLowestThatFewEnoughStrangersReach() {
        var scores = scores();
        for (int face = 0; face < 999; face++) {
            scores.best().add(face < 49 ? 92.3f : face < 200 ? 70 : 0);
            scores.own().add(face < 10 ? 85 : 99);
        }
        // 50 of 1,000 are allowed, and 49 were seen: one that was not seen is counted too.
        var report = report(.05, scores);
        assertThat(report.proposed().orElseThrow()).isEqualTo(70.1f);
        assertThat(report.mistaken(80)).isEqualTo(49);
        assertThat(report.missed(90)).isEqualTo(10);
        assertThat(report(.049, scores).proposed().orElseThrow()).isEqualTo(92.4f);
    }

    @Test
    void tooFewPhotosProposeNothing() {
        var scores = scores();
        for (int face = 0; face < 10; face++) {
            scores.best().add(0);
        }
        assertThat(report(.05, scores).proposed()).isEmpty();
    }

    @Test
    void aPairIsNamedOnceWithItsHighestSimilarity() {
        var closest = new ClosestPairs();
        closest.add(new FaceScores("b", Optional.empty(), List.of(new Alike("a", 91), new Alike("c", 60))));
        closest.add(new FaceScores("a", Optional.empty(), List.of(new Alike("b", 93))));
        for (int i = 0; i < 3_000; i++) {
            closest.add(new FaceScores("x" + i, Optional.empty(), List.of(new Alike("y" + i, 50 + i / 100f))));
        }
        assertThat(closest.best()).hasSize(20).first().isEqualTo(new ClosestPairs.Found("a", "b", 93));
        assertThat(closest.best().get(1).first()).isEqualTo("x2999");
    }
}

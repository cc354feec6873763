package io.vestibule.rules.rehearse.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Pixels;
import io.vestibule.rules.rehearse.recording.FaceSighting.SightingBox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Faces followed at three pictures a second. A vector here is a direction in a plane: the cosine of two is that of
/// the angle between them.
class FaceTrackerTest {

    private static final Pixels CUT = new Pixels(1, 1, new int[] {0xFF000000});

    private final FaceTracker tracker = new FaceTracker();
    private final List<FaceTrack> over = new ArrayList<>();
    private int picture;

    @Test
    void aFaceThatMovesIsOneAppearanceWithItsBestSighting() {
        for (int step = 0; step < 10; step++) {
            look(face(100 + 30 * step, 5 * step, step == 6 ? 5 : 3));
        }
        List<FaceTrack> tracks = end();
        assertThat(tracks).hasSize(1);
        assertThat(tracks.getFirst().sightings()).isEqualTo(10);
        assertThat(tracks.getFirst().from()).isEqualTo(Duration.ZERO);
        assertThat(tracks.getFirst().to()).isEqualTo(Duration.ofSeconds(3));
        assertThat(tracks.getFirst().best().at()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void twoFacesThatCrossStayThemselves() {
        for (int step = 0; step < 9; step++) {
            look(face(100 + 50 * step, 0, 3), face(500 - 50 * step, 90, 3));
        }
        assertThat(end())
                .hasSize(2)
                .allSatisfy(track -> assertThat(track.sightings()).isEqualTo(9));
    }

    @Test
    void somebodyElseInTheSamePlaceIsAnotherAppearance() {
        look(face(100, 0, 3));
        look(face(100, 0, 3));
        look(face(100, 85, 3));
        look(face(100, 85, 3));
        assertThat(end()).hasSize(2);
    }

    @Test
    void aJumpAcrossThePictureIsFollowedByTheFaceAndAMissedLookIsBridged() {
        look(face(100, 0, 3));
        look();
        look();
        look(face(900, 20, 3));
        assertThat(end()).hasSize(1);
    }

    @Test
    void whoComesBackLaterAppearsAgainAndTheFirstAppearanceIsHandedOutAtOnce() {
        look(face(100, 0, 3));
        look(face(100, 0, 3));
        for (int step = 0; step < 11; step++) {
            look();
        }
        assertThat(over).hasSize(1);
        look(face(100, 0, 3));
        look(face(100, 0, 3));
        assertThat(end()).hasSize(2);
    }

    @Test
    void whatIsSeenOnceOnlyIsNoAppearance() {
        look(face(100, 0, 3));
        look(face(700, 90, 3));
        look(face(700, 90, 3));
        assertThat(end()).hasSize(1);
    }

    private void look(FaceSighting... faces) {
        over.addAll(tracker.add(now(), List.of(faces)));
        picture++;
    }

    private List<FaceTrack> end() {
        over.addAll(tracker.end());
        return over;
    }

    private Duration now() {
        return Duration.ofMillis(picture * 1000L / 3);
    }

    /// @param degrees direction of the vector
    private FaceSighting face(double x, double degrees, double quality) {
        double angle = Math.toRadians(degrees);
        float[] vector = {(float) Math.cos(angle), (float) Math.sin(angle)};
        return new FaceSighting(now(), new SightingBox(x, 100, 80, 100), vector, quality, CUT);
    }
}

package io.vestibule.rules.rehearse.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.rehearse.FaceSearch.FaceSearchResult;
import io.vestibule.rules.rehearse.FaceSearch.Hit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLineTest {

    private static final Duration LENGTH = Duration.ofMinutes(5);

    @Test
    void aLaneForEachPersonInOrderOfAppearanceAndOneForUnknownFacesLast() {
        Appearance nobody = appearance(1);
        Appearance bea = appearance(2, new Hit("bea", 97), new Hit("ada", 90));
        Appearance ada = appearance(3, new Hit("ada", 99));
        Appearance again = appearance(4, new Hit("bea", 95));

        TimeLine line = TimeLine.of(LENGTH, List.of(nobody, bea, ada, again), 95);

        assertThat(line.lanes())
                .containsExactly(
                        new TimeLine.Lane(Optional.of("bea"), List.of(bea, again)),
                        new TimeLine.Lane(Optional.of("ada"), List.of(ada)),
                        new TimeLine.Lane(Optional.empty(), List.of(nobody)));
        assertThat(bea.margin()).contains(7f);
        assertThat(ada.margin()).isEmpty();
    }

    @Test
    void aHigherThresholdMovesAnAppearanceToTheUnknownFaces() {
        Appearance bea = appearance(2, new Hit("bea", 97));

        assertThat(TimeLine.of(LENGTH, List.of(bea), 97.5f).lanes())
                .containsExactly(new TimeLine.Lane(Optional.empty(), List.of(bea)));
    }

    private static Appearance appearance(int second, Hit... hits) {
        TrackedFace face = new TrackedFace(Duration.ofSeconds(second), Duration.ofSeconds(second), new byte[0]);
        return new Appearance(face, new FaceSearchResult(true, List.of(), List.of(hits), "engine", new byte[0]));
    }
}

package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was stored while the clock was two years ahead is there when it is right again.
class WrongClockTest {

    @TempDir
    Path folder;

    @Test
    void facesAndUsersOfAWrongTimeAreNeitherHiddenNorUpdatingForYears() {
        var settings =
                EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(5)).withVisibility(Duration.ofSeconds(5));
        var local = LocalEngine.open(folder, settings, Optional.empty()).withCollection();
        local.clock.pass(Duration.ofDays(730));
        var person = local.person();
        var face = local.face(person);
        var other = local.face(local.like(person, .9));
        local.clock.pass(Duration.ofSeconds(6));
        local.user("ana");
        associate(local, face);
        local.close();

        var again = LocalEngine.open(folder, settings, Optional.empty());
        assertThat(again.status("ana")).isEqualTo("ACTIVE");
        assertThat(again.client
                        .searchFaces(r -> r.collectionId(LocalEngine.COLLECTION).faceId(face))
                        .faceMatches())
                .hasSize(1);
        associate(again, other);
        again.close();
    }

    private static void associate(LocalEngine local, String face) {
        var answer = local.client.associateFaces(
                r -> r.collectionId(LocalEngine.COLLECTION).userId("ana").faceIds(face));
        assertThat(answer.associatedFaces()).hasSize(1);
    }
}

package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.cloud.CallLog;
import io.vestibule.cloud.GalleryScores;
import io.vestibule.cloud.GalleryScores.Alike;
import io.vestibule.cloud.GalleryScores.FaceScores;
import io.vestibule.cloud.RateLimiter;
import io.vestibule.cloud.RekognitionFaces;
import io.vestibule.cloud.Ticker;
import io.vestibule.vision.Calibration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pass over the vectors in memory measures what searches measure, and each person without the photo that is tried.
class EngineGalleryTest {

    private static final float LEAST = 50;

    @TempDir
    private Path folder;

    private LocalEngine engine;

    @BeforeEach
    void fill() {
        engine = LocalEngine.open(folder).withCollection();
        var ana = engine.person();
        add("ana", engine.like(ana, .95), engine.like(ana, .95), engine.like(ana, .95));
        // A twin, a person with one photo, and somebody who is like nobody.
        var twin = engine.like(ana, .6);
        add("bea", engine.like(twin, .9), engine.like(twin, .9));
        add("cem", engine.like(twin, .7));
        add("dora", engine.person(), engine.person());
        engine.user("empty");
        engine.face(ana);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void add(String user, float[]... faces) {
        engine.user(user);
        for (var vector : faces) {
            var face = engine.face(vector);
            engine.client.associateFaces(r -> r.collectionId(LocalEngine.COLLECTION)
                    .userId(user)
                    .faceIds(face)
                    .userMatchThreshold(0f));
        }
    }

    private static List<FaceScores> read(GalleryScores scores) {
        var faces = new ArrayList<FaceScores>();
        scores.read(LocalEngine.COLLECTION, LEAST, faces::add);
        return faces.stream()
                .sorted(Comparator.comparing(FaceScores::userId)
                        .thenComparing(face -> face.others().toString()))
                .toList();
    }

    private GalleryScores bySearches() {
        return new RekognitionFaces(
                        engine.client,
                        new RekognitionFaces.EngineInfo("test", false),
                        RateLimiter.UNLIMITED,
                        CallLog.NONE,
                        engine.clock,
                        Ticker.SYSTEM)
                .gallery();
    }

    @Test
    void theOthersAreThoseThatSearchesFind() {
        var fast = read(engine.client.gallery());
        var searched = read(bySearches());
        assertThat(fast).hasSize(8);
        assertThat(fast.stream().flatMap(face -> face.others().stream())).isNotEmpty();
        assertThat(fast.stream().map(face -> List.of(face.userId(), face.others())))
                .isEqualTo(searched.stream()
                        .map(face -> List.<Object>of(face.userId(), face.others()))
                        .toList());
        assertThat(fast.stream()
                        .filter(face -> face.userId().equals("bea"))
                        .flatMap(face -> face.others().stream())
                        .map(Alike::userId))
                .contains("ana", "cem")
                .doesNotContain("bea");
    }

    @Test
    void ownPhotosAreTriedAsIfTheyWereNotEnrolled() {
        for (var faces : List.of(read(engine.client.gallery()), read(bySearches()))) {
            assertThat(faces.stream()
                            .filter(face -> face.userId().equals("cem"))
                            .map(FaceScores::own))
                    .containsExactly(Optional.empty());
            // Two photos that are not of one person: each is compared with the other only, not with itself.
            assertThat(faces.stream()
                            .filter(face -> face.userId().equals("dora"))
                            .map(face -> face.own().orElseThrow()))
                    .hasSize(2)
                    .allMatch(similarity -> similarity < 80);
        }
        double alike = .95 * .95;
        assertThat(read(engine.client.gallery()).getFirst().own().orElseThrow())
                .isCloseTo(Calibration.similarity((float) (2 * alike / Math.sqrt(2 + 2 * alike))), within(.5f));
    }
}

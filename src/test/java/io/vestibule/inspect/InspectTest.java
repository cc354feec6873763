package io.vestibule.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.House;
import io.vestibule.app.wiring.TestHouse;
import io.vestibule.audit.AuditEntry;
import io.vestibule.inspect.DocumentFlow.Answer;
import io.vestibule.inspect.PhotoChecks.State;
import io.vestibule.journal.CallCount;
import io.vestibule.local.engine.Samples;
import io.vestibule.photo.PhotoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What single photos are asked on the embedded engine, with the models that are shipped.
class InspectTest {

    private static final String SOMEBODY = "7f3a4f5e-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = TestHouse.furnished(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private byte[] live() {
        return TestHouse.photos(house, 0).getFirst().photo().bytes();
    }

    private List<String> actions() {
        return house.cellar().log().recent(20).stream().map(AuditEntry::action).toList();
    }

    @Test
    void aDocumentOfTheSamePersonIsAlikeOnTheScaleOfTheSearch() throws Exception {
        var document = file("document.jpg", Samples.bytes("sample-person-1-probe.jpg"));

        var answer = (Answer.Compared) house.inspect().documents().compare(document, live(), SOMEBODY);

        assertThat(answer.alike()).isTrue();
        assertThat(answer.threshold()).isEqualTo(80);
        assertThat(answer.similarity()).isBetween(90f, 100f);
        assertThat(answer.engine()).isEqualTo(house.engine().name());
        assertThat(answer.portrait()).startsWith(0xFF, 0xD8);
        var entry = house.cellar().log().recent(1).getFirst();
        assertThat(entry.action()).isEqualTo("document.alike");
        assertThat(entry.subject()).isEqualTo(SOMEBODY);
    }

    @Test
    void theDocumentOfSomebodyElseIsNot() throws Exception {
        var document = file("document.jpg", Samples.bytes("stranger.jpg"));

        var answer = (Answer.Compared) house.inspect().documents().compare(document, live(), SOMEBODY);

        assertThat(answer.alike()).isFalse();
        assertThat(actions()).contains("document.unlike");
    }

    @Test
    void aPictureWithoutAFaceSaysSo() throws Exception {
        var wall = file("wall.png", Samples.encoded(Samples.wall(640, 480), "png"));

        assertThat(house.inspect().documents().compare(wall, live(), "")).isEqualTo(new Answer.NoFace());
        assertThat(actions()).contains("document.no-face");
    }

    @Test
    void whatIsNoPictureIsRefusedAtTheDoor() throws Exception {
        var text = file("document.jpg", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> house.inspect().documents().compare(text, live(), ""))
                .isInstanceOf(PhotoException.class);
    }

    @Test
    void nothingOfTheDocumentIsKept() throws Exception {
        byte[] bytes = Samples.bytes("sample-person-1-probe.jpg");
        long before = files();
        house.inspect().documents().compare(file("document.jpg", bytes), live(), SOMEBODY);
        assertThat(files()).isEqualTo(before);
        assertThat(house.enrol()
                        .collections()
                        .describe(collection())
                        .orElseThrow()
                        .faces())
                .isZero();
    }

    private io.vestibule.people.CollectionRef collection() {
        var company = house.cellar().people().companies().active().orElseThrow();
        return house.enrol().collections().of(company);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data").resolve("photos"))) {
            return all.count();
        }
    }

    @Test
    void aPhotoTellsItsFacesWithPointsPoseAndQuality() {
        var sight = (Sight.Faces) house.inspect().checks().look(Check.FACES, live(), "");

        assertThat(sight.faces()).hasSize(1);
        var face = sight.faces().getFirst();
        assertThat(face.confidence()).isGreaterThan(70);
        assertThat(face.box().left()).isBetween(0f, 1f);
        assertThat(face.points()).extracting(point -> point.name()).contains("eyeLeft", "eyeRight", "nose");
        assertThat(face.turn().orElseThrow().yaw()).isBetween(-45f, 45f);
        assertThat(face.clarity().orElseThrow().brightness()).isBetween(1f, 100f);
    }

    @Test
    void theLargestFaceOfAGroupComesFirst() {
        var sight = (Sight.Faces) house.inspect().checks().look(Check.FACES, Samples.bytes("group.jpg"), "");

        assertThat(sight.faces().size()).isGreaterThan(1);
        var areas = sight.faces().stream()
                .map(face -> face.box().width() * face.box().height())
                .toList();
        assertThat(areas).isSortedAccordingTo((one, other) -> Float.compare(other, one));
    }

    @Test
    void whatTheEmbeddedEngineCannotDoIsNotHere() {
        var checks = house.inspect().checks();

        assertThat(Stream.of(Check.values()).filter(check -> checks.state(check) == State.NOT_HERE))
                .containsExactly(Check.EQUIPMENT, Check.MODERATION, Check.TEXT, Check.LABELS, Check.CUSTOM_LABELS);
        assertThatThrownBy(() -> checks.look(Check.TEXT, live(), "")).isInstanceOf(InspectException.class);
    }

    @Test
    void whatIsSwitchedOffIsNotAsked() {
        var settings = house.cellar().settings();
        settings.set(InspectKeys.embedded(Check.FACES).orElseThrow(), false);

        assertThatThrownBy(() -> house.inspect().checks().look(Check.FACES, live(), ""))
                .isInstanceOf(InspectException.class);
        assertThat(called()).doesNotContain("DetectFaces");
    }

    @Test
    void everyCallIsCounted() {
        house.inspect().checks().look(Check.FACES, live(), "");

        assertThat(called()).contains("DetectFaces");
    }

    private List<String> called() {
        return house.cellar().calls().month(house.cellar().clock().instant()).stream()
                .map(CallCount::operation)
                .toList();
    }
}

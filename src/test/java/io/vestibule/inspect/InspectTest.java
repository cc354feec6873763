package io.vestibule.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditEntry;
import io.vestibule.inspect.DocumentFlow.DocumentComparison;
import io.vestibule.inspect.PhotoInspector.State;
import io.vestibule.journal.CallCount;
import io.vestibule.local.engine.EngineSamples;
import io.vestibule.photo.PhotoException;
import io.vestibule.vision.Cohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checks of the embedded engine on single photos, with the shipped models.
class InspectTest {

    private static final String SOMEBODY = "7f3a4f5e-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    private Application application;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        application.close();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private byte[] live() {
        return TestApplication.photos(application, 0).getFirst().photo().bytes();
    }

    private List<String> actions() {
        return application.storage().log().recent(20).stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void aDocumentOfTheSamePersonReachesTheSearchThreshold() throws Exception {
        var document = file("document.jpg", EngineSamples.bytes("sample-person-1-probe.jpg"));

        var answer =
                (DocumentComparison.Compared) application.inspect().documents().compare(document, live(), SOMEBODY);

        assertThat(answer.isMatch()).isTrue();
        assertThat(answer.threshold()).isEqualTo(80);
        assertThat(answer.similarity()).isBetween(90f, 100f);
        assertThat(answer.engine()).isEqualTo(Cohort.shipped().scale());
        assertThat(answer.portrait()).startsWith(0xFF, 0xD8);
        var entry = application.storage().log().recent(1).getFirst();
        assertThat(entry.action()).isEqualTo("document.alike");
        assertThat(entry.subject()).isEqualTo(SOMEBODY);
    }

    @Test
    void aDocumentOfAnotherPersonStaysBelowTheThreshold() throws Exception {
        var document = file("document.jpg", EngineSamples.bytes("stranger.jpg"));

        var answer =
                (DocumentComparison.Compared) application.inspect().documents().compare(document, live(), SOMEBODY);

        assertThat(answer.isMatch()).isFalse();
        assertThat(actions()).contains("document.unlike");
    }

    @Test
    void aPictureWithoutAFaceSaysSo() throws Exception {
        var wall = file("wall.png", EngineSamples.encoded(EngineSamples.wall(640, 480), "png"));

        assertThat(application.inspect().documents().compare(wall, live(), ""))
                .isEqualTo(new DocumentComparison.NoFace());
        assertThat(actions()).contains("document.no-face");
    }

    @Test
    void aFileThatIsNotAPictureIsRejectedByTheDecoder() throws Exception {
        var text = file("document.jpg", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> application.inspect().documents().compare(text, live(), ""))
                .isInstanceOf(PhotoException.class);
    }

    @Test
    void nothingOfTheDocumentIsStored() throws Exception {
        byte[] bytes = EngineSamples.bytes("sample-person-1-probe.jpg");
        long before = files();
        application.inspect().documents().compare(file("document.jpg", bytes), live(), SOMEBODY);
        assertThat(files()).isEqualTo(before);
        assertThat(application
                        .enrol()
                        .collections()
                        .describe(collection())
                        .orElseThrow()
                        .faces())
                .isZero();
    }

    private io.vestibule.people.CollectionRef collection() {
        var company = application.storage().people().companies().active().orElseThrow();
        return application.enrol().collections().getOrCreate(company);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data").resolve("photos"))) {
            return all.count();
        }
    }

    @Test
    void facesHaveLandmarksPoseAndQuality() {
        var sight = (InspectionResult.Faces) application.inspect().checks().inspect(InspectionKind.FACES, live(), "");

        assertThat(sight.faces()).hasSize(1);
        var face = sight.faces().getFirst();
        assertThat(face.confidence()).isGreaterThan(70);
        assertThat(face.box().left()).isBetween(0f, 1f);
        assertThat(face.points()).extracting(point -> point.name()).contains("eyeLeft", "eyeRight", "nose");
        assertThat(face.pose().orElseThrow().yaw()).isBetween(-45f, 45f);
        assertThat(face.quality().orElseThrow().brightness()).isBetween(1f, 100f);
    }

    @Test
    void theLargestFaceOfAGroupComesFirst() {
        var sight = (InspectionResult.Faces)
                application.inspect().checks().inspect(InspectionKind.FACES, EngineSamples.bytes("group.jpg"), "");

        assertThat(sight.faces().size()).isGreaterThan(1);
        var areas = sight.faces().stream()
                .map(face -> face.box().width() * face.box().height())
                .toList();
        assertThat(areas).isSortedAccordingTo((one, other) -> Float.compare(other, one));
    }

    @Test
    void whatTheEmbeddedEngineCannotDoIsNotHere() {
        var checks = application.inspect().checks();

        assertThat(Stream.of(InspectionKind.values())
                        .filter(inspectionKind -> checks.state(inspectionKind) == State.NOT_HERE))
                .containsExactly(
                        InspectionKind.EQUIPMENT,
                        InspectionKind.MODERATION,
                        InspectionKind.TEXT,
                        InspectionKind.LABELS,
                        InspectionKind.CUSTOM_LABELS);
        assertThatThrownBy(() -> checks.inspect(InspectionKind.TEXT, live(), ""))
                .isInstanceOf(InspectException.class);
    }

    @Test
    void aCheckThatIsSwitchedOffIsNotCalled() {
        var settings = application.storage().settings();
        settings.set(InspectKeys.embedded(InspectionKind.FACES).orElseThrow(), false);

        assertThatThrownBy(() -> application.inspect().checks().inspect(InspectionKind.FACES, live(), ""))
                .isInstanceOf(InspectException.class);
        assertThat(called()).doesNotContain("DetectFaces");
    }

    @Test
    void everyCallIsCounted() {
        application.inspect().checks().inspect(InspectionKind.FACES, live(), "");

        assertThat(called()).contains("DetectFaces");
    }

    private List<String> called() {
        return application
                .storage()
                .calls()
                .monthCounts(application.storage().clock().instant())
                .stream()
                .map(CallCount::operation)
                .toList();
    }
}

package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Accuracy on photos that lie beside the project and are not part of it: `../shared/photos`, or the folder that the
/// system property `vestibule.photos` names. A file's name up to the underscore is its person.
class SharedPhotosTest {

    private static final Path FOLDER = Path.of(Objects.requireNonNullElse(
            System.getProperty("vestibule.photos"),
            Path.of("..", "shared", "photos").toString()));
    private static final OnnxVision VISION = OnnxVision.open(ModelSet.shipped());

    private record Seen(String person, FaceVector vector) {}

    @AfterAll
    static void close() {
        VISION.close();
    }

    @Test
    void photos_of_one_person_are_near_and_of_two_people_far() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "Skipped: there are no photos beside the project");
        List<Seen> all = new ArrayList<>();
        for (Path file : files()) {
            List<Face> faces = VISION.analyseAll(read(file), 0.7f);
            assertThat(faces).as("%s", file).hasSize(1);
            String name = file.getFileName().toString();
            String person = name.substring(0, name.indexOf('_'));
            all.add(new Seen(person, faces.getFirst().vector()));
        }
        int genuine = 0;
        for (Seen one : all) {
            for (Seen other : all) {
                float cosine = one.vector().cosine(other.vector());
                if (one.person().equals(other.person())) {
                    assertThat(cosine).as(one.person()).isGreaterThanOrEqualTo(0.5f);
                    genuine++;
                } else {
                    assertThat(cosine)
                            .as(one.person() + " and " + other.person())
                            .isLessThan(0.33f);
                }
            }
        }
        assertThat(genuine).isGreaterThan(all.size());
    }

    @Test
    void agrees_with_the_reference_on_every_face_it_lists() throws IOException {
        Path golden = FOLDER.resolveSibling("reference").resolve("golden-vectors.tsv");
        assumeTrue(Files.isRegularFile(golden), "Skipped: there is no list of faces beside the project");
        int compared = 0;
        for (String line : Files.readAllLines(golden)) {
            String[] columns = line.split("\t", -1);
            Path file = FOLDER.resolve(columns[0]);
            if (Files.isRegularFile(file)) {
                String box = String.join(" ", columns[2], columns[3], columns[4], columns[5]);
                GoldenFace face = GoldenFace.of(columns[0], box, columns[6], columns[7], columns[8]);
                Pixels pixels = read(file);
                face.assertSeenBy(VISION, pixels);
                face.assertFoundBy(VISION, pixels);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(0);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().matches(".*\\.(jpg|png)"))
                    .sorted()
                    .toList();
        }
    }

    private static Pixels read(Path file) {
        try {
            return new PhotoDecoder(PhotoLimits.DEFAULT).decode(file);
        } catch (PhotoException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}

package io.vestibule.camera.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Jpegs;
import io.vestibule.photo.FramePool;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of pictures as a camera.
class FolderDriverTest {

    private static final PhotoDecoder DOOR = new PhotoDecoder(PhotoLimits.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsNoCamera() {
        assertThat(driver(folder.resolve("nowhere")).devices()).isEmpty();
        assertThat(driver(folder).devices()).hasSize(1);
    }

    @Test
    void aFolderWithoutPicturesCannotBeUsed() throws Exception {
        Files.writeString(folder.resolve("readme.txt"), "no picture");
        var driver = driver(folder);
        assertThatThrownBy(() -> driver.open(driver.devices().getFirst()))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.failure()).isEqualTo(new CameraFailure.Unusable(0)));
    }

    @Test
    void everyPictureGetsTheShapeOfACamera() throws Exception {
        Files.write(folder.resolve("a.jpg"), Jpegs.of(300, 900));
        Files.write(folder.resolve("b.jpg"), Jpegs.of(1920, 1080));
        Files.writeString(folder.resolve("c.jpg"), "damaged");
        assertThat(PictureSource.ofFolder(folder, DOOR).read()).hasSize(2);
        var frames = frames(1);
        assertThat(frames).allMatch(frame -> frame.width() == 1280 && frame.height() == 720);
        assertThat(frames.getFirst().at(5, 5) >> 16 & 0xFF)
                .as("the wall has its colour")
                .isGreaterThan(180);
    }

    @Test
    void aFewPicturesAreHeldAndManyPlay() throws Exception {
        Files.write(folder.resolve("00.jpg"), Jpegs.of(320, 180));
        Files.copy(Path.of("assets/samples/too-blurred.jpg"), folder.resolve("01.jpg"));
        var held = frames(60);
        assertThat(held.get(59).argb())
                .as("the first picture two seconds long")
                .isEqualTo(held.getFirst().argb());
        for (int i = 2; i < 20; i++) {
            Files.copy(Path.of("assets/samples/too-blurred.jpg"), folder.resolve("%02d.jpg".formatted(i)));
        }
        var played = frames(2);
        assertThat(played.get(1).argb()).isNotEqualTo(played.getFirst().argb());
    }

    private static FolderDriver driver(Path folder) {
        return new FolderDriver("test", PictureSource.ofFolder(folder, DOOR), 60);
    }

    private List<Pixels> frames(int count) throws CameraException {
        var driver = driver(folder);
        var frames = new ArrayList<Pixels>();
        var pool = new FramePool(2);
        try (var grabber = driver.open(driver.devices().getFirst())) {
            while (frames.size() < count) {
                grabber.grab(pool, frame -> frames.add(frame.copy()));
            }
        }
        return frames;
    }
}

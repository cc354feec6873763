package io.vestibule.camera.folder;

import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.Pixels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of pictures as one camera: in the order of their names, over and over. Files that are no pictures are
/// passed over.
public final class FolderDriver implements CameraDriver {

    private static final Logger LOG = LoggerFactory.getLogger(FolderDriver.class);

    /// All are held in memory, 3.7 MB each.
    private static final int MOST_PICTURES = 64;

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    private final CameraDevice device;
    private final Path folder;
    private final int rate;
    private final PhotoDoor door;

    /// @param name what the camera is called
    /// @param rate pictures a second, 1 to 60
    public FolderDriver(String name, Path folder, int rate, PhotoDoor door) {
        if (rate < 1 || rate > 60) {
            throw new IllegalArgumentException(rate + " pictures a second");
        }
        this.device = new CameraDevice("folder:" + name, name);
        this.folder = folder;
        this.rate = rate;
        this.door = door;
    }

    @Override
    public List<CameraDevice> devices() {
        return Files.isDirectory(folder) ? List.of(device) : List.of();
    }

    @Override
    public Grabber open(CameraDevice wanted) throws CameraException {
        List<Pixels> pictures = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().limit(MOST_PICTURES).toList()) {
                try {
                    pictures.add(fitted(door.read(file)));
                } catch (PhotoException e) {
                    LOG.debug(
                            "Passed over what is no picture: {}",
                            e.failure().problem().code());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CameraException(new CameraFailure.Lost());
        }
        if (pictures.isEmpty()) {
            throw new CameraException(new CameraFailure.Unusable(0));
        }
        return new FolderGrabber(pictures, rate);
    }

    private static Pixels fitted(Pixels picture) {
        double scale = Math.min(1, Math.min(WIDTH / picture.width(), HEIGHT / picture.height()));
        return picture.scaled(
                Math.max(1, (int) (picture.width() * scale)), Math.max(1, (int) (picture.height() * scale)));
    }
}

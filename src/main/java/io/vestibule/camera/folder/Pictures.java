package io.vestibule.camera.folder;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the pictures of a [FolderDriver] come from.
public interface Pictures {

    /// Whether they are there now.
    boolean present();

    /// All of them, in their order. Blocks.
    List<Pixels> read() throws CameraException;

    /// The pictures of a folder, in the order of their names. Files that are no pictures are passed over.
    static Pictures ofFolder(Path folder, PhotoDoor door) {
        return new OfFolder(folder, door);
    }

    /// Pictures that came with the program.
    ///
    /// @param shots in the order in which they are shown
    static Pictures ofProgram(List<Shot> shots, PhotoDoor door) {
        return new OfProgram(shots, door);
    }

    /// @param folder may come and go
    record OfFolder(Path folder, PhotoDoor door) implements Pictures {

        private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

        /// All are held in memory, 3.7 MB each.
        private static final int MOST = 64;

        @Override
        public boolean present() {
            return Files.isDirectory(folder);
        }

        @Override
        public List<Pixels> read() throws CameraException {
            List<Pixels> pictures = new ArrayList<>();
            try (var files = Files.list(folder)) {
                for (Path file : files.sorted().limit(MOST).toList()) {
                    try {
                        pictures.add(door.read(file));
                    } catch (PhotoException e) {
                        LOG.debug("Passed over: {}", e.failure().problem().code());
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                throw new CameraException(new CameraFailure.Lost());
            }
            return pictures;
        }
    }

    /// @param resource name, from the root of the class path
    record Shot(String resource, boolean mirrored) {}

    /// @param shots in the order in which they are shown
    record OfProgram(List<Shot> shots, PhotoDoor door) implements Pictures {

        @Override
        public boolean present() {
            return true;
        }

        @Override
        public List<Pixels> read() throws CameraException {
            List<Pixels> pictures = new ArrayList<>();
            for (Shot shot : shots) {
                try (InputStream in = Pictures.class.getResourceAsStream(shot.resource())) {
                    if (in != null) {
                        Pixels picture = door.read(in.readAllBytes());
                        pictures.add(shot.mirrored() ? mirrored(picture) : picture);
                    }
                } catch (IOException | PhotoException e) {
                    throw new CameraException(new CameraFailure.Unusable(0));
                }
            }
            return pictures;
        }

        private static Pixels mirrored(Pixels picture) {
            int[] argb = new int[picture.argb().length];
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    argb[y * picture.width() + x] = picture.at(picture.width() - 1 - x, y);
                }
            }
            return new Pixels(picture.width(), picture.height(), argb);
        }
    }
}

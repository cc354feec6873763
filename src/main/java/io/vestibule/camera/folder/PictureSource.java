package io.vestibule.camera.folder;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.photo.PhotoDecoder;
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

/// The source of a [FolderDriver]'s pictures.
public interface PictureSource {

    /// Whether the pictures exist now.
    boolean isAvailable();

    /// All pictures in order. Blocks.
    List<Pixels> read() throws CameraException;

    /// The pictures of a folder, ordered by name. Files that are not pictures are skipped.
    static PictureSource ofFolder(Path folder, PhotoDecoder decoder) {
        return new FolderPictures(folder, decoder);
    }

    /// Pictures bundled with the program.
    ///
    /// @param shots in display order
    static PictureSource ofResources(List<BundledPicture> shots, PhotoDecoder decoder) {
        return new BundledPictures(shots, decoder);
    }

    /// @param folder may appear and disappear
    record FolderPictures(Path folder, PhotoDecoder decoder) implements PictureSource {

        private static final Logger LOG = LoggerFactory.getLogger(PictureSource.class);

        /// All pictures are held in memory, 3.7 MB each.
        private static final int MOST = 64;

        @Override
        public boolean isAvailable() {
            return Files.isDirectory(folder);
        }

        @Override
        public List<Pixels> read() throws CameraException {
            List<Pixels> pictures = new ArrayList<>();
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (pictures.size() == MOST) {
                        break;
                    }
                    try {
                        pictures.add(decoder.decode(file));
                    } catch (PhotoException e) {
                        LOG.debug("Passed over: {}", e.failure().problem().code());
                    } catch (RuntimeException e) {
                        LOG.warn("A picture was passed over: {}", e.getClass().getName());
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                throw new CameraException(new CameraFailure.Lost());
            }
            return pictures;
        }
    }

    /// @param resource name, from the root of the class path
    record BundledPicture(String resource, boolean mirrored) {}

    /// @param shots in display order
    record BundledPictures(List<BundledPicture> shots, PhotoDecoder decoder) implements PictureSource {

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public List<Pixels> read() throws CameraException {
            List<Pixels> pictures = new ArrayList<>();
            for (BundledPicture bundledPicture : shots) {
                try (InputStream in = PictureSource.class.getResourceAsStream(bundledPicture.resource())) {
                    if (in != null) {
                        Pixels picture = decoder.decode(in.readAllBytes());
                        pictures.add(bundledPicture.mirrored() ? mirrored(picture) : picture);
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

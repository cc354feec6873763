package io.vestibule.enrol.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The files of a drop: a file that is dropped itself is taken whatever its name is; from a folder, only files with
/// the extension of a picture are taken.
final class PictureFiles {

    private static final int MOST = 500;
    private static final int DEPTH = 8;
    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "png", "webp", "bmp", "gif", "tif", "tiff", "heic", "heif");

    private PictureFiles() {}

    static List<Path> expand(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                try (var inside = Files.walk(path, DEPTH)) {
                    inside.filter(Files::isRegularFile)
                            .filter(PictureFiles::looksLikePicture)
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } else {
                files.add(path);
            }
        }
        return files.subList(0, Math.min(MOST, files.size()));
    }

    private static boolean looksLikePicture(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}

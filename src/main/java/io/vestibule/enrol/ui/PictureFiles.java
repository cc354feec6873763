package io.vestibule.enrol.ui;

import io.vestibule.photo.format.PictureFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of a drop: a file that is dropped itself is taken whatever its name is; from a folder, files that are
/// pictures by their content or by their extension are taken, but no hidden ones.
final class PictureFiles {

    private static final int MOST = 500;
    private static final int DEPTH = 8;
    private static final Set<String> ENDINGS = Set.of(
            "jpg", "jpeg", "jfif", "png", "webp", "bmp", "gif", "tif", "tiff", "heic", "heif", "avif", "jxl", "jp2");

    private PictureFiles() {}

    static List<Path> expand(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(pictures(path));
            } else {
                files.add(path);
            }
        }
        return files.subList(0, Math.min(MOST, files.size()));
    }

    /// What cannot be read inside is in the list as well, so that it is refused there by name and the rest is
    /// taken.
    private static List<Path> pictures(Path folder) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && !isHidden(file)
                            && (hasPictureName(file) || hasPictureContent(file))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inside, @Nullable IOException failure) {
                    if (failure != null) {
                        found.add(inside);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static boolean hasPictureName(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean hasPictureContent(Path file) {
        try (var in = Files.newInputStream(file)) {
            return PictureFormat.of(in.readNBytes(PictureFormat.HEADER_BYTES)).isPresent();
        } catch (IOException _) {
            return false;
        }
    }
}

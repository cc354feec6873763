package io.vestibule.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Writes text files with personal data. Who reads one sees the old file or the new one, never a part; a new one can be
/// read by its owner only, and one that was there keeps its permissions.
public final class WholeFile {

    private WholeFile() {}

    /// What is written.
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    public static void write(Path file, Content content) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var folder = Objects.requireNonNull(target.getParent());
        var part = Files.createTempFile(folder, ".", ".part");
        try {
            try (var out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            } catch (UncheckedIOException e) {
                throw new IOException(e);
            }
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            keepPermissions(target, part);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void keepPermissions(Path target, Path part) throws IOException {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.exists(target)) {
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            // Some network shares have no atomic rename.
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

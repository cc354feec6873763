package io.vestibule.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/// Files of one folder, written atomically and durably even on a power failure, and readable by their owner only.
final class AtomicFiles {

    private static final String UNFINISHED = ".tmp";
    private static final FileAttribute<?>[] NOTHING = {};

    private final Path root;
    private final boolean posix;

    /// Creates the folder if necessary and deletes unfinished files that a crash left behind.
    AtomicFiles(Path root) throws IOException {
        this.root = root;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        makeFolder(root);
        deleteUnfinished();
    }

    /// Both the content and the directory entry are on disk when this returns.
    void write(Path file, byte[] bytes) throws IOException {
        var folder = folder(file);
        if (!Files.isDirectory(root)) {
            // Moved away while the program runs: in a new folder the file would be apart from the others.
            throw new NoSuchFileException("the folder of the files");
        }
        makeFolder(folder);
        var unfinished = folder.resolve(UUID.randomUUID() + UNFINISHED);
        try {
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(unfinished, options, attributes("rw-------"))) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            syncFolder(folder(file));
        }
    }

    private void deleteUnfinished() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(path -> path.toString().endsWith(UNFINISHED))
                    .filter(Files::isRegularFile)
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder, attributes("rwx------"));
        for (var created = folder; created != null && created.startsWith(root); created = created.getParent()) {
            syncFolder(folder(created));
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)} : NOTHING;
    }

    /// Syncs the directory entries of a folder to disk. Only POSIX systems support this, and they require it.
    private void syncFolder(Path folder) throws IOException {
        if (posix) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folder(Path file) {
        var folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("A file at the root of a file system");
        }
        return folder;
    }
}

package io.vestibule.bulk.source;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Files below a folder. Symbolic links are never followed: one may lead out of the folder, or round in a circle.
final class FolderPhotos implements PhotoFiles {

    private static final int DEPTH = 2;

    private final Path root;

    FolderPhotos(Path root) {
        this.root = root;
    }

    @Override
    public byte[] read(String reference) {
        var parts = PhotoReference.inside(reference).split("/", -1);
        try {
            var path = root;
            for (var part : parts) {
                path = path.resolve(part);
                if (Files.isSymbolicLink(path)) {
                    throw new BulkException(new BulkFailure.PhotoLink());
                }
            }
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new BulkException(new BulkFailure.PhotoMissing());
            }
            try (var in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                return in.readNBytes(SourceLimits.PHOTO_BYTES);
            }
        } catch (IOException | SecurityException | InvalidPathException e) {
            throw new BulkException(new BulkFailure.PhotoMissing(), e);
        }
    }

    @Override
    public List<String> names() {
        var names = new ArrayList<String>();
        try {
            Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new Walk(names));
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.SourceUnreadable(), e);
        }
        names.sort(String::compareToIgnoreCase);
        return names;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final List<String> names;

        Walk(List<String> names) {
            this.names = names;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = root.relativize(file)
                    .toString()
                    .replace(root.getFileSystem().getSeparator(), "/");
            // A folder is visited as a file at the greatest depth.
            if (!attributes.isDirectory() && !PhotoReference.isHidden(name)) {
                names.add(name);
            }
            if (names.size() > SourceLimits.FILES) {
                throw new BulkException(new BulkFailure.TooManyRows(SourceLimits.FILES));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // Named as missing when it is read.
            names.add(root.relativize(file)
                    .toString()
                    .replace(root.getFileSystem().getSeparator(), "/"));
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() {
        // No file is kept open.
    }
}

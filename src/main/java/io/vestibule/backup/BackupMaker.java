package io.vestibule.backup;

import io.vestibule.base.FileTree;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.settings.OwnerOnlyFiles;
import io.vestibule.store.DatabaseCopy;
import io.vestibule.store.DatabaseFiles;
import io.vestibule.store.StoreException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Makes one backup: copies the databases, writes everything into a file with a temporary name, reads that
/// file back and opens the databases in it for reading, and renames it. A backup that ends half way leaves
/// nothing behind but files that the next one deletes.
public final class BackupMaker {

    static final String WORK = ".backup";

    private static final long SPARE_BYTES = 64L << 20;
    private static final int STEPS = 100;
    private static final int COPIED = 40;
    private static final int WRITTEN = 70;

    private final BackupSource source;
    private final BackupKey key;
    private final BackupFolder target;
    private final ProgressListener progress;
    private final ToLongFunction<Path> space;

    /// @param progress in steps of one in a hundred
    public BackupMaker(BackupSource source, BackupKey key, BackupFolder target, ProgressListener progress) {
        this(source, key, target, progress, folder -> folder.toFile().getUsableSpace());
    }

    /// @param space free bytes on the disk of a folder
    BackupMaker(
            BackupSource source,
            BackupKey key,
            BackupFolder target,
            ProgressListener progress,
            ToLongFunction<Path> space) {
        this.source = source;
        this.key = key;
        this.target = target;
        this.progress = progress;
        this.space = space;
    }

    /// @param moment now
    /// @throws StoreException `store.backup-no-space`, `store.backup-folder`, `store.backup-failed`,
    ///     `store.backup-unverified`; there is no new backup then
    public BackupFile make(Instant moment) {
        target.prepare();
        requireSpace();
        var work = source.folder().resolve(WORK);
        var part = target.unfinished(moment);
        try {
            FileTree.delete(work);
            OwnerOnlyFiles.createFolder(work);
            var others = new LinkedHashMap<String, Path>();
            var rows = DatabaseCopy.write(source.databases(), work, () -> others.putAll(others()));
            progress.onProgress(COPIED, STEPS);
            var manifest = new BackupManifest(moment, rows);
            var files = copies(work);
            files.putAll(others);
            write(part, manifest, files);
            progress.onProgress(WRITTEN, STEPS);
            FileTree.delete(work);
            OwnerOnlyFiles.createFolder(work);
            verify(part, manifest, work);
            var file = target.file(moment);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            progress.onProgress(STEPS, STEPS);
            return new BackupFile(file, moment, Files.size(file));
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    Problem.of("store.backup-failed", e.getClass().getSimpleName()), e);
        } finally {
            delete(work, part);
        }
    }

    /// The files of the databases grow while they are read, and each is copied twice: as a script, and from that.
    private void requireSpace() {
        long databases = source.databases().stream()
                .mapToLong(one -> one.database().size())
                .sum();
        long others = 0;
        try {
            for (var folder : source.folders()) {
                for (var file :
                        BackupArchive.filesBelow(source.folder(), folder).values()) {
                    others += file.toFile().length();
                }
            }
        } catch (IOException e) {
            throw BackupFolder.unusable(e);
        }
        requireSpace(source.folder(), 2 * databases + SPARE_BYTES);
        requireSpace(target.path(), databases + others + SPARE_BYTES);
    }

    private void requireSpace(Path folder, long needed) {
        long free = space.applyAsLong(folder);
        if (free < needed) {
            throw new StoreException(Problem.of("store.backup-no-space", needed >> 20, free >> 20));
        }
    }

    private Map<String, Path> copies(Path work) {
        var files = new LinkedHashMap<String, Path>();
        for (var database : source.databases()) {
            var file = DatabaseFiles.of(work.resolve(database.name()));
            files.put(file.getFileName().toString(), file);
        }
        return files;
    }

    /// A photo that is written later belongs to a step that the copies do not know, or have still to do: it
    /// would be an orphan, or is written again.
    private Map<String, Path> others() throws IOException {
        var files = new LinkedHashMap<String, Path>();
        for (var name : source.files()) {
            files.put(name, source.folder().resolve(name));
        }
        for (var folder : source.folders()) {
            files.putAll(BackupArchive.filesBelow(source.folder(), folder));
        }
        return files;
    }

    private void write(Path part, BackupManifest manifest, Map<String, Path> files) throws IOException {
        var meter = meter(
                files.values().stream()
                        .mapToLong(file -> file.toFile().length())
                        .sum(),
                COPIED,
                WRITTEN);
        Files.deleteIfExists(part);
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            restrict(part);
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            BackupArchive.write(out, key, manifest, source.master().get(), files, meter);
            out.flush();
            channel.force(true);
        }
    }

    /// On a share whose permissions cannot be set, the content is protected by its encryption alone.
    private static void restrict(Path part) {
        try {
            OwnerOnlyFiles.restrictToOwner(part);
        } catch (IOException | UnsupportedOperationException _) {
            // As documented.
        }
    }

    private void verify(Path part, BackupManifest written, Path work) throws IOException {
        try {
            var meter = meter(Files.size(part), WRITTEN, STEPS);
            var read = BackupArchive.read(
                    part,
                    key,
                    (name, bytes) -> {
                        if (name.endsWith(".mv.db")) {
                            Files.copy(bytes, work.resolve(name));
                        }
                    },
                    meter);
            boolean same = read.equals(written);
            for (var database : source.databases()) {
                var rows = DatabaseCopy.countRows(
                        work.resolve(database.name()), database.key().get());
                same &= rows.equals(written.rows().get(database.name()));
            }
            if (!same) {
                throw new StoreException(Problem.of("store.backup-unverified"));
            }
        } catch (StoreException e) {
            throw new StoreException(Problem.of("store.backup-unverified"), e);
        }
    }

    private BackupArchive.Meter meter(long total, int from, int to) {
        return new BackupArchive.Meter() {
            private long done;
            private int shown = from;

            @Override
            public void bytes(long count) {
                done += count;
                int now = from + (int) Math.min(to - from, (to - from) * done / Math.max(1, total));
                if (now > shown) {
                    shown = now;
                    progress.onProgress(now, STEPS);
                }
            }
        };
    }

    private static void delete(Path work, Path part) {
        try {
            FileTree.delete(work);
            Files.deleteIfExists(part);
        } catch (IOException | UncheckedIOException _) {
            // The next backup deletes them.
        }
    }
}

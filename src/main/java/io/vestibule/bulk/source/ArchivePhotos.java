package io.vestibule.bulk.source;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Files of a ZIP archive. They are read one by one and never unpacked to the disk; at most as many bytes of each as a
/// photo may have. Entries whose names lead out of the archive are unknown.
final class ArchivePhotos implements PhotoFiles {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    /// @throws BulkException if the archive cannot be read or has too many entries
    ArchivePhotos(Path file) {
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.SourceDamaged(), e);
        }
        if (zip.size() > SourceLimits.FILES) {
            close();
            throw new BulkException(new BulkFailure.TooManyRows(SourceLimits.FILES));
        }
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(this::add);
    }

    private void add(ZipEntry entry) {
        try {
            entries.putIfAbsent(key(PhotoReference.inside(entry.getName())), entry);
        } catch (BulkException _) {
            // No list can name it.
        }
    }

    /// Archives are made on systems that do not distinguish capital letters.
    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    @Override
    public byte[] read(String reference) {
        return read(reference, SourceLimits.PHOTO_BYTES);
    }

    /// @param most bytes that are read
    byte[] read(String reference, int most) {
        var entry = entries.get(key(PhotoReference.inside(reference)));
        if (entry == null) {
            throw new BulkException(new BulkFailure.PhotoMissing());
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.PhotoMissing(), e);
        }
    }

    @Override
    public List<String> names() {
        return entries.values().stream()
                .map(entry -> PhotoReference.inside(entry.getName()))
                .filter(name -> !PhotoReference.isHidden(name))
                .sorted(String::compareToIgnoreCase)
                .toList();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.SourceUnreadable(), e);
        }
    }
}

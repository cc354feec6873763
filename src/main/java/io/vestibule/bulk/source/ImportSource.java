package io.vestibule.bulk.source;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A folder, a CSV or XLSX file with photos beside it, or a ZIP archive of both. What a file is tells its content, and
/// within a folder or an archive its ending tells which one is the list.
public final class ImportSource implements AutoCloseable {

    private final PhotoFiles photos;
    private final Optional<byte[]> list;
    private final List<String> names;
    private final Optional<RowTable> table;

    private ImportSource(PhotoFiles photos, Optional<byte[]> list, List<String> names) {
        this(photos, list, names, Optional.empty());
    }

    private ImportSource(PhotoFiles photos, Optional<byte[]> list, List<String> names, Optional<RowTable> table) {
        this.photos = photos;
        this.list = list;
        this.names = names;
        this.table = table;
    }

    /// Rows that are no file.
    public static ImportSource of(RowTable table, PhotoFiles photos) {
        return new ImportSource(photos, Optional.empty(), List.of(), Optional.of(table));
    }

    /// @throws BulkException if it is none of them, too large or damaged
    public static ImportSource open(Path path) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw new BulkException(new BulkFailure.SourceUnreadable());
            }
            var head = head(path);
            if (isZip(head)) {
                return archive(path);
            }
            return list(path, bytes(path));
        } catch (IOException e) {
            throw new BulkException(new BulkFailure.SourceUnreadable(), e);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(8);
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(SourceLimits.LIST_BYTES + 1);
            requireSize(bytes);
            return bytes;
        }
    }

    private static void requireSize(byte[] bytes) {
        if (bytes.length > SourceLimits.LIST_BYTES) {
            throw new BulkException(new BulkFailure.SourceTooLarge(SourceLimits.LIST_BYTES / 1_000_000));
        }
    }

    private static ImportSource list(Path path, byte[] bytes) {
        var folder = Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
        return new ImportSource(new FolderPhotos(folder), Optional.of(bytes), List.of());
    }

    private static ImportSource folder(Path path) {
        var photos = new FolderPhotos(path);
        var names = photos.names();
        return switch (lists(names)) {
            case 0 -> new ImportSource(photos, Optional.empty(), names);
            case 1 -> {
                try {
                    yield new ImportSource(photos, Optional.of(bytes(path.resolve(onlyList(names)))), names);
                } catch (IOException e) {
                    throw new BulkException(new BulkFailure.SourceUnreadable(), e);
                }
            }
            default -> throw new BulkException(new BulkFailure.SeveralLists(lists(names)));
        };
    }

    private static ImportSource archive(Path path) throws IOException {
        var archive = new ArchivePhotos(path);
        try {
            var names = archive.names();
            if (names.stream().anyMatch(name -> name.equalsIgnoreCase("[Content_Types].xml"))) {
                archive.close();
                return list(path, bytes(path));
            }
            if (lists(names) > 1) {
                throw new BulkException(new BulkFailure.SeveralLists(lists(names)));
            }
            if (lists(names) == 0) {
                return new ImportSource(archive, Optional.empty(), names);
            }
            var bytes = archive.read(onlyList(names), SourceLimits.LIST_BYTES + 1);
            requireSize(bytes);
            return new ImportSource(archive, Optional.of(bytes), names);
        } catch (BulkException e) {
            archive.close();
            throw e;
        }
    }

    private static int lists(List<String> names) {
        return (int) names.stream().filter(ImportSource::isList).count();
    }

    private static String onlyList(List<String> names) {
        return names.stream().filter(ImportSource::isList).findFirst().orElseThrow();
    }

    private static boolean isList(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.contains("/") && (lower.endsWith(".csv") || lower.endsWith(".xlsx") || lower.endsWith(".tsv"));
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /// The old format of Excel, and everything else of Microsoft Office of that time.
    private static boolean isOle(byte[] head) {
        return head.length > 3 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF && head[2] == 0x11;
    }

    /// The proposed format of the list; empty if it is no text file.
    public Optional<TextFormat> proposedText() {
        return list.filter(bytes -> !isZip(bytes) && !isOle(bytes) && TextFormat.isText(bytes))
                .map(TextFormat::propose);
    }

    /// The proposed rule; empty if there is a list.
    public Optional<FolderRule> proposedRule() {
        return list.isPresent() ? Optional.empty() : Optional.of(FolderRule.propose(names));
    }

    /// @param text of a text file, if it is not the proposed one
    /// @param rule of pictures without a list, if it is not the proposed one
    /// @throws BulkException if the list cannot be read
    public RowTable table(Optional<TextFormat> text, Optional<FolderRule> rule) {
        if (table.isPresent()) {
            return table.get();
        }
        if (list.isEmpty()) {
            if (names.isEmpty()) {
                throw new BulkException(new BulkFailure.NoRows());
            }
            return new PhotoNameTable(names, rule.orElseGet(() -> FolderRule.propose(names)));
        }
        var bytes = list.get();
        if (isOle(bytes)) {
            throw new BulkException(new BulkFailure.OldExcel());
        }
        if (isZip(bytes)) {
            return new SheetTable(bytes);
        }
        if (!TextFormat.isText(bytes)) {
            throw new BulkException(new BulkFailure.SourceUnknown());
        }
        return new CsvTable(bytes, text.orElseGet(() -> TextFormat.propose(bytes)));
    }

    public PhotoFiles photos() {
        return photos;
    }

    @Override
    public void close() {
        photos.close();
    }
}

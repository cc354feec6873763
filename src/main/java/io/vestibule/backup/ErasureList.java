package io.vestibule.backup;

import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who and what was erased, in a file outside the backups: one line each, with a keyed hash of the id, when it was
/// erased, and by when it is in no backup any more. Without the vault's key a line tells nothing about anybody.
///
/// The file lies in the data folder, and a copy of it beside the backups, since a lost computer takes the first along.
public final class ErasureList {

    public static final String FILE = "erased.list";

    /// @param fingerprint of the id
    /// @param due from then on no backup contains it
    public record Entry(String fingerprint, Instant erasedAt, Instant due) {

        private String line() {
            return fingerprint + " " + erasedAt + " " + due;
        }
    }

    private final Path file;

    /// @param folder that contains the list, or will
    public ErasureList(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /// An entry for something that was erased.
    ///
    /// @param id of a person or a photo
    public static Entry entry(BackupKey key, String id, Instant erasedAt, Instant due) {
        return new Entry(key.fingerprint(id), erasedAt, due);
    }

    /// Lines that cannot be read are left out.
    public List<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .flatMap(line -> parse(line).stream())
                .toList();
    }

    /// Adds entries; one that is known already stays as it is.
    ///
    /// @return whether the file was changed
    public boolean add(Collection<Entry> entries) throws IOException {
        Map<String, Entry> all = new LinkedHashMap<>();
        read().forEach(entry -> all.put(entry.fingerprint(), entry));
        int before = all.size();
        entries.forEach(entry -> all.putIfAbsent(entry.fingerprint(), entry));
        if (all.size() == before) {
            return false;
        }
        var text = all.values().stream().map(Entry::line).collect(Collectors.joining("\n", "", "\n"));
        OwnerOnlyFiles.write(file, text.getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private static Optional<Entry> parse(String line) {
        var words = line.split(" ", -1);
        try {
            return words.length == 3
                    ? Optional.of(new Entry(words[0], Instant.parse(words[1]), Instant.parse(words[2])))
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}

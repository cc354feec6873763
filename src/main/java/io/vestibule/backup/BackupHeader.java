package io.vestibule.backup;

import io.vestibule.base.Problem;
import io.vestibule.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The readable beginning of a backup: lines of ASCII up to an empty one. The encrypted rest is bound to it.
///
/// @param moment whose state the backup contains
/// @param slots its key, encrypted for each [BackupKey]
record BackupHeader(Instant moment, Map<String, String> slots) {

    private static final String FIRST = "VESTIBULE BACKUP ";
    private static final int FORMAT = 1;
    private static final String SLOT = "slot.";
    private static final int MOST_BYTES = 4096;

    BackupHeader {
        slots = Map.copyOf(slots);
    }

    byte[] bytes() {
        var text = new StringBuilder(FIRST + FORMAT + "\nmoment=" + moment + "\n");
        new java.util.TreeMap<>(slots)
                .forEach((slot, key) ->
                        text.append(SLOT).append(slot).append('=').append(key).append('\n'));
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Reads no byte after the header.
    ///
    /// @throws StoreException `store.backup-damaged` if it is none, `store.backup-newer` if its format is a later
    ///     one
    static BackupHeader read(InputStream source) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int last = -1;
        for (int one = source.read(); !(one == '\n' && last == '\n'); one = source.read()) {
            if (one < 0 || bytes.size() > MOST_BYTES) {
                throw new StoreException(Problem.of("store.backup-damaged"));
            }
            bytes.write(one);
            last = one;
        }
        return parse(bytes.toString(StandardCharsets.US_ASCII));
    }

    private static BackupHeader parse(String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith(FIRST)) {
            throw new StoreException(Problem.of("store.backup-damaged"));
        }
        if (!lines.getFirst().equals(FIRST + FORMAT)) {
            throw new StoreException(Problem.of("store.backup-newer"));
        }
        var slots = new LinkedHashMap<String, String>();
        var moment = "";
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith("moment=")) {
                moment = line.substring("moment=".length());
            } else if (line.startsWith(SLOT) && line.contains("=")) {
                slots.put(line.substring(SLOT.length(), line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        try {
            return new BackupHeader(Instant.parse(moment), slots);
        } catch (DateTimeParseException e) {
            throw new StoreException(Problem.of("store.backup-damaged"), e);
        }
    }
}

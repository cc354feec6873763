package io.vestibule.store;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What was last known of a database file, kept in a small file beside it: H2 opens a cut, swapped or old file without
/// a word.
///
/// @param id of the database; the same inside it
/// @param counter never falls; the same inside the database, or one more after a crash
/// @param clean whether the database was closed and nothing was written since
/// @param length bytes of the file; if not clean, it has at least as many
/// @param modified time of the file's last change in nanoseconds since 1970, exact only if clean
/// @param tags authenticates the [BlockTags]; empty unless clean
/// @param tolerated the file is known to be damaged in part; the rest is used, by an explicit answer
/// @param at when this was written
/// @param rows how many rows the main tables had
record FileHeader(
        UUID id,
        long counter,
        boolean clean,
        long length,
        long modified,
        String tags,
        boolean tolerated,
        Instant at,
        Map<String, Long> rows) {

    private static final String ROWS = "rows.";

    FileHeader {
        rows = Map.copyOf(rows);
    }

    static FileHeader fresh(UUID id, long counter, Instant at) {
        return new FileHeader(id, counter, false, 0, 0, "", false, at, Map.of());
    }

    /// From the first write on, until the next clean close.
    FileHeader inUse() {
        return new FileHeader(id, counter, false, length, modified, "", tolerated, at, rows);
    }

    FileHeader shortened(long newLength) {
        return new FileHeader(id, counter, clean, newLength, modified, tags, tolerated, at, rows);
    }

    FileHeader counted(long newCounter, long newLength, Map<String, Long> newRows, Instant now) {
        return new FileHeader(id, newCounter, clean, newLength, modified, tags, tolerated, now, newRows);
    }

    FileHeader closed(long newLength, long newModified, byte[] newTags) {
        return new FileHeader(
                id, counter, true, newLength, newModified, HexFormat.of().formatHex(newTags), tolerated, at, rows);
    }

    /// Lets the next start read the whole file, because no file has this time.
    FileHeader suspected() {
        return new FileHeader(id, counter, clean, length, 0, tags, false, at, rows);
    }

    /// As [#closed], for a file of which damaged parts are known and accepted.
    FileHeader tolerating(long newLength, long newModified) {
        return new FileHeader(id, counter, clean, newLength, newModified, tags, true, at, rows);
    }

    /// One value a line.
    String text() {
        var lines = new StringBuilder();
        values().forEach((name, value) ->
                lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }

    private Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", id);
        values.put("counter", counter);
        values.put("clean", clean);
        values.put("length", length);
        values.put("modified", modified);
        values.put("tags", tags);
        values.put("tolerated", tolerated);
        values.put("at", at);
        new TreeMap<>(rows).forEach((table, count) -> values.put(ROWS + table, count));
        return values;
    }

    /// @throws RuntimeException if the lines are not those of a header
    static FileHeader of(Map<String, String> values) {
        var rows = new TreeMap<String, Long>();
        values.forEach((name, value) -> {
            if (name.startsWith(ROWS)) {
                rows.put(name.substring(ROWS.length()), Long.valueOf(value));
            }
        });
        return new FileHeader(
                UUID.fromString(value(values, "id")),
                Long.parseLong(value(values, "counter")),
                Boolean.parseBoolean(value(values, "clean")),
                Long.parseLong(value(values, "length")),
                Long.parseLong(value(values, "modified")),
                value(values, "tags"),
                Boolean.parseBoolean(value(values, "tolerated")),
                Instant.parse(value(values, "at")),
                rows);
    }

    private static String value(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}

package io.vestibule.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What a backup contains; its first entry.
///
/// @param moment whose state it is
/// @param rows number of rows of the main tables, by the name of each database
public record BackupManifest(Instant moment, Map<String, Map<String, Long>> rows) {

    static final String ENTRY = "manifest";

    private static final String MOMENT = "moment";

    public BackupManifest {
        rows = Map.copyOf(rows);
    }

    /// @return 0 if there is no such database or table
    public long count(String database, String table) {
        return rows.getOrDefault(database, Map.of()).getOrDefault(table, 0L);
    }

    byte[] bytes() {
        var text = new StringBuilder(MOMENT + "=" + moment + "\n");
        new TreeMap<>(rows).forEach((database, tables) -> {
            text.append(database).append("=\n");
            new TreeMap<>(tables)
                    .forEach((table, count) -> text.append(database)
                            .append('/')
                            .append(table)
                            .append('=')
                            .append(count)
                            .append('\n'));
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @throws RuntimeException if the bytes are not those of a manifest
    static BackupManifest of(byte[] bytes) {
        var moment = Instant.EPOCH;
        var rows = new LinkedHashMap<String, Map<String, Long>>();
        for (var line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            var name = line.substring(0, line.indexOf('='));
            var value = line.substring(name.length() + 1);
            int slash = name.indexOf('/');
            if (name.equals(MOMENT)) {
                moment = Instant.parse(value);
            } else if (slash < 0) {
                rows.put(name, new LinkedHashMap<>());
            } else {
                rows.computeIfAbsent(name.substring(0, slash), _ -> new LinkedHashMap<>())
                        .put(name.substring(slash + 1), Long.valueOf(value));
            }
        }
        return new BackupManifest(moment, rows);
    }
}

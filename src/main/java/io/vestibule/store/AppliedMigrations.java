package io.vestibule.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Checks without Flyway whether a database has exactly the migrations of this program, because Flyway needs more
/// time to read its history table than all other parts of opening together. Any difference is left to Flyway.
final class AppliedMigrations {

    private static final String HISTORY =
            "select \"script\", \"checksum\", \"success\" from \"flyway_schema_history\" where \"version\" is not null";

    private AppliedMigrations() {}

    /// @param location folder on the class path
    static boolean areApplied(Connection connection, String location) {
        try {
            var ours = ofProgram(location);
            return !ours.isEmpty() && ours.equals(ofDatabase(connection));
        } catch (SQLException | IOException | RuntimeException _) {
            return false; // a new database has no history table; Flyway reports any other error better
        }
    }

    private static Map<String, Integer> ofDatabase(Connection connection) throws SQLException {
        var scripts = new TreeMap<String, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                if (!rows.getBoolean(3)) {
                    return Map.of();
                }
                scripts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return scripts;
    }

    private static Map<String, Integer> ofProgram(String location) throws IOException {
        var scripts = new TreeMap<String, Integer>();
        for (var name : names(location)) {
            scripts.put(name, checksum("/" + location + "/" + name));
        }
        return scripts;
    }

    private static List<String> names(String location) throws IOException {
        var folder = AppliedMigrations.class.getResource("/" + location);
        if (folder == null) {
            return List.of();
        }
        var names = new ArrayList<String>();
        if (folder.openConnection() instanceof JarURLConnection jar) {
            jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(location + "/") && name.endsWith(".sql"))
                    .forEach(name -> names.add(name.substring(location.length() + 1)));
        } else if (folder.getProtocol().equals("file")) {
            try (var files = Files.list(Path.of(java.net.URI.create(folder.toString())))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".sql"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    /// Flyway's checksum: CRC-32 of the lines without their line ends.
    private static int checksum(String resource) throws IOException {
        var sum = new CRC32();
        var in = Objects.requireNonNull(AppliedMigrations.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }
}

package io.vestibule.support;

import io.vestibule.settings.OwnerOnlyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One file for support: versions, which settings are set, counts, and the logs of the last starts. Logs hold ids
/// only; of text settings it contains only that they are set, not their values; the name of the account is removed
/// from paths.
public final class SupportBundle {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'vestibule-support-'uuuuMMdd-HHmmss'.zip'")
            .withZone(ZoneOffset.UTC);

    private final Path data;
    private final Map<String, String> parts = new TreeMap<>();

    /// @param data the data folder
    public SupportBundle(Path data) {
        this.data = data;
    }

    /// Adds a file of lines `name: value`.
    public SupportBundle with(String file, Map<String, String> lines) {
        parts.put(
                file,
                lines.entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                        .collect(Collectors.joining()));
        return this;
    }

    /// Writes the bundle into the folder `support` of the data folder, readable by its owner only, and returns its
    /// path.
    public Path write(Instant now) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            for (var log : LogFiles.list(data)) {
                put(zip, "logs/" + log.getFileName(), read(log));
            }
        }
        var folder = data.resolve("support");
        OwnerOnlyFiles.createFolder(folder);
        var file = folder.resolve(NAME.format(now));
        OwnerOnlyFiles.write(file, bytes.toByteArray());
        return file;
    }

    /// A log file that was deleted meanwhile, or has bytes that are not UTF-8, does not keep the others out.
    private static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "Not readable: " + e.getClass().getName() + "\n";
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(withoutAccount(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// Paths below the home folder contain the name of the account.
    private static String withoutAccount(String text) {
        var home = System.getProperty("user.home", "");
        return home.length() > 1 ? text.replace(home, "~") : text;
    }
}

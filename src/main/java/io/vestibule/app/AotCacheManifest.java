package io.vestibule.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Checks whether the jars are those that the AOT class cache in the package was created from. The Java VM does not
/// detect a replaced jar and would keep using the cached classes of the old one.
///
/// The manifest lies beside the jars, one line each: `size time checksum name`, the time in seconds, CRC-32. The
/// content is read only where a time differs, as some installers set their own.
final class AotCacheManifest {

    /// System property with the path of the manifest; only the installed package sets it.
    private static final String MANIFEST = "vestibule.parts";

    private static final String LAUNCHER = "jpackage.app-path";
    private static final String STARTED = "_JPACKAGE_LAUNCHER";
    private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

    /// Set for the restarted process, so that it does not restart once more: the package's options come after those
    /// of `JAVA_TOOL_OPTIONS` and win.
    private static final String AGAIN = "VESTIBULE_WITHOUT_CACHE";

    private AotCacheManifest() {}

    static boolean isStale() {
        var manifest = System.getProperty(MANIFEST, "");
        return !manifest.isEmpty()
                && System.getProperty(LAUNCHER) != null
                && System.getenv(AGAIN) == null
                && isStale(Path.of(manifest));
    }

    static boolean isStale(Path manifest) {
        try (var lines = Files.lines(manifest)) {
            return lines.anyMatch(line -> {
                var words = line.split(" ", 4);
                return !same(
                        manifest.resolveSibling(words[3]),
                        Long.parseLong(words[0]),
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]));
            });
        } catch (IOException | RuntimeException _) {
            return true; // without a manifest the cache cannot be validated
        }
    }

    /// Restarts the program with classes read from the jars, and blocks until it exits.
    static int restartWithoutCache(List<String> words) {
        var launcher = System.getProperty(LAUNCHER, "");
        var command = Stream.concat(Stream.of(launcher), words.stream()).toList();
        var builder = new ProcessBuilder(command).inheritIO();
        // While this is set, the launcher assumes that it started itself and takes the program's arguments for JVM
        // options.
        builder.environment().remove(STARTED);
        builder.environment().put(AGAIN, "1");
        builder.environment().merge("JAVA_TOOL_OPTIONS", WITHOUT_CACHE, (before, ours) -> before + " " + ours);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("The program's files were changed, and it does not start again", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static boolean same(Path file, long size, long time, long checksum) {
        try {
            var there = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
            return there.size() == size
                    && (there.lastModifiedTime().toMillis() / 1_000 == time || checksum(file) == checksum);
        } catch (IOException _) {
            return false;
        }
    }

    private static long checksum(Path file) throws IOException {
        var sum = new CRC32();
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }
}

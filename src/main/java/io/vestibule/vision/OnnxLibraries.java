package io.vestibule.vision;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps ONNX Runtime's native libraries in one folder. On its own the runtime unpacks 24 MB into a new
/// temporary folder at each start, which stay there when the process is killed.
public final class OnnxLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxLibraries.class);

    /// The runtime loads its libraries from the folder that this system property names, if it is set.
    private static final String PATH = "onnxruntime.native.path";

    private static final String RESOURCES = "/ai/onnxruntime/native/";
    private static final String LEFT_BEHIND = "onnxruntime-java";
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    /// Another program may have unpacked its libraries, and not loaded them yet.
    private static final Duration SAFE_AGE = Duration.ofDays(1);

    private final Path folder;

    /// @param folder the libraries are unpacked into it when the first model is loaded, once for each version of them
    OnnxLibraries(Path folder) {
        this.folder = folder;
    }

    /// Unpacks the libraries, right before the runtime loads them. Does nothing if they are installed beside the
    /// program, or if the folder cannot be used or its parent is gone: the runtime then unpacks them by itself.
    void prepare() {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent) || System.getProperty(PATH) != null) {
            return;
        }
        try {
            var platform = platform();
            if (platform.isPresent() && !version().isEmpty()) {
                var target = folder.resolve(version()).resolve(platform.get());
                Files.createDirectories(target);
                for (var name : NAMES) {
                    unpack(platform.get(), System.mapLibraryName(name), target);
                }
                System.setProperty(PATH, target.toString());
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn(
                    "The libraries of ONNX Runtime stay in the temporary folder: {}",
                    e.getClass().getName());
        }
    }

    /// Deletes what killed processes left in the temporary folder more than a day ago.
    public static void deleteLeftBehind(Path temporary, Instant now) {
        try (var folders = Files.newDirectoryStream(temporary, LEFT_BEHIND + "*")) {
            for (var folder : folders) {
                if (Files.isDirectory(folder) && isOld(folder, now) && containsOnlyLibraries(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The temporary folder was not tidied: {}", e.getClass().getName());
        }
    }

    /// The name that the runtime's jar has for this platform; empty if it has no libraries for it.
    private static Optional<String> platform() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var os = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
        var arch = machine.equals("aarch64") ? "aarch64" : "x64";
        var name = os + "-" + arch;
        return NAMES.stream()
                        .allMatch(library ->
                                OnnxLibraries.class.getResource(RESOURCES + name + "/" + System.mapLibraryName(library))
                                        != null)
                ? Optional.of(name)
                : Optional.empty();
    }

    /// The name of the runtime's jar, which has its version: `onnxruntime-1.28.0.jar`.
    private static String version() {
        var source = OrtEnvironment.class.getProtectionDomain().getCodeSource();
        var path = source == null || source.getLocation() == null
                ? ""
                : source.getLocation().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// A file with its final name is complete: it gets that name at the end.
    private static void unpack(String platform, String file, Path target) throws IOException {
        var unpacked = target.resolve(file);
        if (Files.exists(unpacked)) {
            return;
        }
        try (var in =
                Objects.requireNonNull(OnnxLibraries.class.getResourceAsStream(RESOURCES + platform + "/" + file))) {
            var part = Files.createTempFile(target, ".", ".part");
            // Written into the new file and not copied over it, so that it keeps its owner-only permissions.
            try (var out = Files.newOutputStream(part)) {
                in.transferTo(out);
            }
            Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean isOld(Path folder, Instant now) throws IOException {
        return Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(SAFE_AGE));
    }

    private static boolean containsOnlyLibraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().contains("onnxruntime"));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

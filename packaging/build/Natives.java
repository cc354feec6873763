import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Extracts native libraries from the jars. This system's are put beside the program, so that nothing is unpacked at
/// run time (temporary and home folders may be mounted `noexec`), and the others are dropped.
final class Natives {

    /// Jars that contain libraries of several systems.
    private static final Set<String> MIXED =
            Set.of("onnxruntime-", "jna-5", "jkeychain-", "webcam-capture-", "javacpp-", "ffmpeg-");

    /// Parts of FFmpeg that decoding does not need: filters, devices and its two programs.
    private static final String NOT_NEEDED = 
            "org/bytedeco/ffmpeg/[a-z]+-[a-z0-9_]+/(lib)?(jni)?(avfilter|avdevice|ffmpeg|ffprobe)\\b.*";

    private final Build build;
    private final OperatingSystem system;

    Natives(Build build, OperatingSystem system) {
        this.build = build;
        this.system = system;
    }

    void split() throws IOException {
        var input = Files.createDirectories(build.work("input"));
        var natives = Files.createDirectories(input.resolve("natives"));
        for (var jar : Folders.files(build.work("jars"))) {
            var name = jar.getFileName().toString();
            if (MIXED.stream().anyMatch(name::startsWith)) {
                split(jar, input.resolve(name), natives);
            } else {
                Files.copy(jar, input.resolve(name));
            }
        }
        for (var jar : Folders.files(build.work("javafx"))) {
            module(jar);
        }
    }

    /// A JavaFX module with its libraries separated, which jlink then puts into the runtime's own folder.
    private void module(Path jar) throws IOException {
        var name = jar.getFileName().toString().replaceFirst("-\\d.*", "");
        var parts = Files.createDirectories(build.work("jmods"));
        var classes = build.work("javafx-classes").resolve(name + ".jar");
        var libraries = build.work("javafx-libraries").resolve(name);
        Folders.remove(libraries);
        Files.createDirectories(classes.getParent());
        Files.createDirectories(libraries);
        split(jar, classes, libraries);
        try (var zip = new ZipFile(classes.toFile())) {
            if (zip.getEntry("module-info.class") == null) {
                return; // the empty jar that accompanies those of the systems
            }
        }
        var jmod = parts.resolve(name.replace('-', '.') + ".jmod");
        var tool = ToolProvider.findFirst("jmod").orElseThrow(() -> new IllegalStateException("This JDK has no jmod"));
        int failed = tool.run(
                System.out,
                System.err,
                "create",
                "--class-path",
                classes.toString(),
                "--libs",
                libraries.toString(),
                "--target-platform",
                system.platform(),
                "--date",
                build.stamp().toString(),
                jmod.toString());
        if (failed != 0) {
            throw new IllegalStateException("jmod failed for " + name);
        }
    }

    private void split(Path from, Path to, Path libraries) throws IOException {
        try (var jar = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry : ordered(jar)) {
                var name = entry.getName();
                if (foreign(name)) {
                    continue;
                }
                try (var in = jar.getInputStream(entry)) {
                    if (system.library(name)) {
                        Files.write(libraries.resolve(plain(name)), in.readAllBytes());
                    } else {
                        Jars.put(out, name, in, build.stamp());
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The manifest first, as readers of jars expect.
    private static List<? extends ZipEntry> ordered(ZipFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing((ZipEntry entry) -> !entry.getName().equals("META-INF/MANIFEST.MF"))
                        .thenComparing(ZipEntry::getName))
                .toList();
    }

    private boolean foreign(String name) {
        if (name.startsWith("ai/onnxruntime/native/")) {
            return !name.startsWith(system.onnxFolder()) || name.contains(".dSYM/");
        }
        if (name.startsWith("com/sun/jna/") && (name.contains("jnidispatch"))) {
            return !name.startsWith(system.jnaFolder());
        }
        if (name.startsWith("com/github/sarxos/webcam/ds/buildin/lib/")) {
            return true; // of its default driver, which is not used
        }
        if (name.matches("(linux|win32|darwin)-[a-z0-9-]+/.*")) {
            // Linux has a driver of this project.
            return system == OperatingSystem.LINUX || !name.startsWith(system.webcamFolder());
        }
        if (name.startsWith("org/bytedeco/") && name.matches(NOT_NEEDED)) {
            return true;
        }
        return name.equals("osxkeychain.so") && system != OperatingSystem.MACOS;
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/// Starts the program once from its image, so that the Java VM records what a start needs (classes as they are after
/// linking, and compiled code), and puts that cache file into the image. A start then takes half the work.
///
/// Beside the cache lies a manifest of the jars that it was created from; the program compares them, because the VM
/// does not.
final class Training {

    private static final String CACHE = "vestibule.aot";
    private static final String PARTS = "vestibule.parts";

    /// With profiles the VM would compile at once what was hot in training, which costs a start more than it gains.
    private static final String PROFILES = "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining ";

    private final Build build;
    private final OperatingSystem system;
    private final Path image;
    private final Path app;

    Training(Build build, OperatingSystem system) throws IOException {
        this.build = build;
        this.system = system;
        this.image = Folders.only(build.work("image"));
        this.app = image.resolve(system.appFolder());
    }

    void train() throws IOException, InterruptedException {
        stamp();
        var work = build.work("training");
        Folders.remove(work);
        Files.createDirectories(work);
        var data = work.resolve("data").toString();
        // Sample people first, headless: only the window's start is to be recorded, not the tour.
        run(Map.of(), "--tour", "--data", data, "--output", work.resolve("tour").toString());
        var cache = app.resolve(CACHE);
        try (var display = new VirtualDisplay(system)) {
            var environment = new java.util.HashMap<>(display.environment());
            environment.put("JAVA_TOOL_OPTIONS", PROFILES + "-XX:AOTCacheOutput=" + cache);
            run(environment, "--measure-start", "--data", data);
        }
        if (!Files.isRegularFile(cache)) {
            throw new IllegalStateException("The Java VM wrote no cache");
        }
        Files.writeString(app.resolve(PARTS), parts());
        for (var file : Folders.files(app)) {
            if (file.getFileName().toString().endsWith(".cfg")) {
                Files.writeString(
                        file,
                        Files.readString(file).stripTrailing()
                                + "\njava-options=-XX:AOTCache=$APPDIR/" + CACHE
                                + "\njava-options=-Dvestibule.parts=$APPDIR/" + PARTS + "\n");
            }
        }
        stamp();
    }

    /// Size, time in seconds, CRC-32 and name of every jar.
    private String parts() throws IOException {
        var lines = new ArrayList<String>();
        for (var file : Folders.files(app)) {
            if (file.getFileName().toString().endsWith(".jar")) {
                var sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                lines.add(Files.size(file) + " " + build.stamp().getEpochSecond() + " " + sum.getValue() + " "
                        + app.relativize(file));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /// The VM records the time stamps of the jars; packages set them to the build's.
    private void stamp() throws IOException {
        for (var file : Folders.files(app)) {
            Files.setLastModifiedTime(file, FileTime.from(build.stamp()));
        }
    }

    private void run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(image.resolve(system.launcher()).toString()));
        command.addAll(List.of(words));
        var log = build.work("training").resolve("log.txt").toFile();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        if (builder.start().waitFor() != 0) {
            throw new IOException(words[0] + " failed: " + Files.readString(log.toPath(), StandardCharsets.UTF_8));
        }
    }
}

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A virtual display for a build machine that has none, if Xvfb is installed. Without it the program starts headless,
/// and the cache lacks what a real window needs: that start is only slower.
final class VirtualDisplay implements AutoCloseable {

    private final Optional<Process> server;
    private final Map<String, String> environment;

    VirtualDisplay(OperatingSystem system) throws IOException {
        var program = Path.of("/usr/bin/Xvfb");
        if (system != OperatingSystem.LINUX || System.getenv("DISPLAY") != null || !Files.isExecutable(program)) {
            server = Optional.empty();
            environment = Map.of();
            return;
        }
        var started = new ProcessBuilder(
                        List.of(program.toString(), "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        server = Optional.of(started);
        // Xvfb prints its display number when it is ready.
        var number = started.inputReader(StandardCharsets.US_ASCII).readLine();
        environment = number == null ? Map.of() : Map.of("DISPLAY", ":" + number.strip());
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}

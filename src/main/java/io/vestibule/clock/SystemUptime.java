package io.vestibule.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The uptime of this computer. On Linux it counts the time asleep and identifies the boot. On Windows
/// [System#nanoTime] counts the time asleep, on macOS it does not; neither identifies the boot.
public final class SystemUptime implements Uptime {

    private final Path uptime;
    private final String bootId;

    /// What [System#nanoTime] has to be added to where the file cannot be read just now.
    private final Duration beforeNanos;

    public SystemUptime() {
        this(Path.of("/proc/uptime"), Path.of("/proc/sys/kernel/random/boot_id"));
    }

    SystemUptime(Path uptime, Path bootId) {
        this.uptime = uptime;
        this.bootId = Files.isReadable(uptime) ? read(bootId) : "";
        this.beforeNanos = seconds(Duration.ZERO).minusNanos(System.nanoTime());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Duration sinceBoot() {
        if (bootId.isEmpty()) {
            return Duration.ofNanos(nanoTime());
        }
        return seconds(beforeNanos);
    }

    private Duration seconds(Duration before) {
        try {
            return Duration.ofMillis(Math.round(Double.parseDouble(read(uptime).split(" ", -1)[0]) * 1_000));
        } catch (NumberFormatException _) {
            return before.plusNanos(System.nanoTime());
        }
    }

    @Override
    public String bootId() {
        return bootId;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException | SecurityException _) {
            return "";
        }
    }
}

package io.vestibule.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Folder in which the machine's administrator stores settings for all users: `/etc/vestibule`,
/// `%ProgramData%\Vestibule`, or `/Library/Application Support/Vestibule`.
public final class MachineFolder {

    private MachineFolder() {}

    public static Path defaultPath() {
        return defaultPath(System.getProperty("os.name", ""), System.getenv());
    }

    /// The file whose keys no user of this machine can change, see [Settings].
    public static Path settings() {
        return defaultPath().resolve("settings.json");
    }

    static Path defaultPath(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"), "Vestibule");
        }
        return name.startsWith("mac") ? Path.of("/Library/Application Support/Vestibule") : Path.of("/etc/vestibule");
    }
}

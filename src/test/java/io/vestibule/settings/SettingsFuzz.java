package io.vestibule.settings;

import io.vestibule.base.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Any bytes as a user's settings file and as one of the machine: values in range, or a settings problem.
public final class SettingsFuzz {

    private static final Setting<Integer> NUMBER = Setting.integer("fuzz.number", 5, 0, 10, "px");
    private static final Setting<String> TEXT = Setting.text("fuzz.text", "", text -> text.length() < 10);

    private SettingsFuzz() {}

    public static void fuzzerTestOneInput(byte[] content) {
        try {
            var folder = Files.createTempDirectory("vestibule-fuzz");
            try {
                read(folder, content);
            } finally {
                FileTree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path folder, byte[] content) throws IOException {
        var user = Files.write(folder.resolve("settings.json"), content);
        var machine = Files.write(folder.resolve("machine.json"), content);
        try {
            var settings = Settings.open(user, List.of(machine), Clock.systemUTC());
            if (settings.get(NUMBER) > 10 || settings.get(TEXT).length() >= 10) {
                throw new IllegalStateException("A value out of range");
            }
        } catch (SettingsException _) {
            // Told as a problem.
        }
    }
}

package io.vestibule.setup;

import io.vestibule.settings.OwnerOnlyFiles;
import io.vestibule.settings.SettingsException;
import io.vestibule.settings.SettingsFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What was done while no database was open, until it is written into the audit log: a file of the data folder
/// with one action in each line.
public final class RecoveryRecord {

    private final Path file;

    public RecoveryRecord(Path dataFolder) {
        this.file = dataFolder.resolve("recovered");
    }

    /// @param action as in the audit log
    void add(String action) {
        try {
            var lines = new ArrayList<>(read());
            lines.add(action);
            OwnerOnlyFiles.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SettingsException(SettingsFailure.of(e), e);
        }
    }

    /// Passes on what was done, and forgets it afterwards: a crash in between passes it on again.
    public void drain(Consumer<String> log) {
        try {
            read().stream().filter(line -> !line.isBlank()).forEach(log);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SettingsException(SettingsFailure.of(e), e);
        }
    }

    private List<String> read() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}

package io.vestibule.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The content of the settings files when they could last be read, in a file of its own. It replaces a file
/// that was damaged, so that no setting changes because of the damage.
final class SettingsCopy {

    private static final String USER = "user";
    private static final String MACHINE = "machine";

    private final Path file;
    private Map<String, Object> content;

    private SettingsCopy(Path file, Map<String, Object> content) {
        this.file = file;
        this.content = content;
    }

    /// @param file a file that is missing or damaged contains no copy
    static SettingsCopy open(Path file) {
        try {
            return new SettingsCopy(file, SettingsFile.read(file));
        } catch (IOException _) {
            return new SettingsCopy(file, Map.of());
        }
    }

    Optional<Map<String, Object>> user() {
        return part(USER);
    }

    /// The values of the administrator's files together.
    Optional<Map<String, Object>> machine() {
        return part(MACHINE);
    }

    private Optional<Map<String, Object>> part(String name) {
        if (!(content.get(name) instanceof Map<?, ?> values)) {
            return Optional.empty();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return Optional.of(copy);
    }

    /// Writes the copy if it differs from the one on disk. A failure leaves the earlier copy and is not
    /// reported: the settings themselves are not affected.
    void save(Map<String, Object> user, Optional<Map<String, Object>> machine) {
        Map<String, Object> next = new LinkedHashMap<>();
        next.put(USER, user);
        machine.or(this::machine).ifPresent(values -> next.put(MACHINE, values));
        boolean nothing = user.isEmpty() && machine.map(Map::isEmpty).orElse(true) && content.isEmpty();
        if (nothing || next.equals(content)) {
            return;
        }
        try {
            SettingsFile.write(file, next);
            content = next;
        } catch (IOException _) {
            // Tried again with the next change.
        }
    }
}

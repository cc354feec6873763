package io.vestibule.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Stores secrets in an owner-only file inside the data folder, for machines without a keyring. Anybody who can copy
/// the whole folder can read the data, which is why the screen shows the vault in use.
final class FileVault implements Vault {

    private final Path file;

    FileVault(Path file) {
        this.file = file;
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public synchronized Optional<char[]> read(String name) {
        return values().get(name) instanceof String text ? Optional.of(text.toCharArray()) : Optional.empty();
    }

    @Override
    public synchronized void write(String name, char[] secret) {
        Map<String, Object> values = values();
        values.put(name, new String(secret));
        save(values);
    }

    @Override
    public synchronized void delete(String name) {
        Map<String, Object> values = values();
        if (values.remove(name) != null) {
            save(values);
        }
    }

    /// A file that cannot be parsed contains the only key: it must never be treated as empty.
    private Map<String, Object> values() {
        try {
            return SettingsFile.read(file);
        } catch (SettingsFile.Damaged e) {
            throw new SettingsException(new SettingsFailure.KeyMissing(), e);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    private void save(Map<String, Object> values) {
        try {
            SettingsFile.write(file, values);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }
}

package io.vestibule.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The content of `vault.json`: where the key of this folder is stored and how to verify it. Contains no secret.
///
/// @param folderId prefix of this folder's secrets in the keyring
/// @param check derived from the key; empty until a key is generated
/// @param used whether a database was created in this folder
record VaultRecord(Vault.Kind kind, String folderId, Optional<String> check, boolean used) {

    private static final String FILE = "vault.json";

    static VaultRecord fresh(Vault.Kind kind, String folderId) {
        return new VaultRecord(kind, folderId, Optional.empty(), false);
    }

    static String mintId() {
        return UUID.randomUUID().toString();
    }

    VaultRecord withCheck(String newCheck) {
        return new VaultRecord(kind, folderId, Optional.of(newCheck), used);
    }

    VaultRecord withKind(Vault.Kind newKind) {
        return new VaultRecord(newKind, folderId, check, used);
    }

    VaultRecord withUsed(boolean newUsed) {
        return new VaultRecord(kind, folderId, check, newUsed);
    }

    /// @throws SettingsException if the record cannot be parsed: a guess could hide the key
    static Optional<VaultRecord> read(DataFolder folder) {
        Path file = folder.path().resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, Object> values = SettingsFile.read(file);
            return Optional.of(new VaultRecord(
                    Vault.Kind.valueOf(String.valueOf(values.get("kind"))),
                    UUID.fromString(String.valueOf(values.get("folder"))).toString(),
                    values.get("check") instanceof String text ? Optional.of(text) : Optional.empty(),
                    Boolean.TRUE.equals(values.get("used"))));
        } catch (SettingsFile.Damaged | IllegalArgumentException e) {
            throw new SettingsException(new SettingsFailure.KeyMissing(), e);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    void write(DataFolder folder) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind.name());
        values.put("folder", folderId);
        check.ifPresent(text -> values.put("check", text));
        if (used) {
            values.put("used", true);
        }
        try {
            SettingsFile.write(folder.path().resolve(FILE), values);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }
}

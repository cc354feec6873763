package io.vestibule.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One flat JSON object on disk.
final class SettingsFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final TypeReference<LinkedHashMap<String, Object>> SHAPE = new TypeReference<>() {};

    private SettingsFile() {}

    /// The file was read and is no JSON object.
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String kind) {
            super(kind);
        }
    }

    /// What the file says; empty where there is none.
    ///
    /// @throws Damaged if it is no JSON object
    /// @throws IOException if it cannot be read
    static Map<String, Object> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new LinkedHashMap<>();
        }
        try {
            Map<String, Object> values = JSON.readValue(Files.readAllBytes(file), SHAPE);
            if (values == null) {
                throw new Damaged("null");
            }
            return values;
        } catch (JacksonException e) {
            // The parser's message quotes the file, which may hold secrets.
            throw new Damaged(e.getClass().getSimpleName());
        }
    }

    static void write(Path file, Map<String, Object> values) throws IOException {
        OwnerOnly.write(file, JSON.writeValueAsBytes(values));
    }
}

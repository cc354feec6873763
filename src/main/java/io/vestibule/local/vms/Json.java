package io.vestibule.local.vms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// JSON as plain maps, lists and values.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /// @return empty if the bytes are not a JSON object
    static Optional<Map<String, Object>> object(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readValue(bytes, OBJECT));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static Map<String, Object> object(String text) {
        return MAPPER.readValue(text, OBJECT);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}

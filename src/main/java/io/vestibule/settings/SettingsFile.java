package io.vestibule.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One flat JSON object on disk.
final class SettingsFile {

    /// Reads by hand: the first thing that every start does is not worth a mapper.
    private static final JsonFactory READER = new JsonFactory();

    /// Made when something is first written.
    private static final class Writer {
        private static final JsonMapper JSON =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

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
        try (var parser = READER.createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Damaged("no object");
            }
            var values = object(parser);
            if (parser.nextToken() != null) {
                throw new Damaged("more than one object");
            }
            return values;
        } catch (JacksonException e) {
            // The parser's message quotes the file, which may hold secrets.
            throw new Damaged(e.getClass().getSimpleName());
        }
    }

    /// A null stays what it is in the file: of keys that nobody here knows nothing is changed.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> object(JsonParser parser) {
        var values = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            parser.nextToken();
            values.put(key, value(parser));
        }
        return values;
    }

    @SuppressWarnings("NullAway")
    private static List<Object> list(JsonParser parser) {
        var values = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    static void write(Path file, Map<String, Object> values) throws IOException {
        OwnerOnly.write(file, Writer.JSON.writeValueAsBytes(values));
    }
}

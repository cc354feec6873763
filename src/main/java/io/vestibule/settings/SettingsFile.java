package io.vestibule.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// One flat JSON object on disk.
final class SettingsFile {

    /// A streaming parser and generator: a full object mapper would slow down every start.
    private static final JsonFactory JSON = new JsonFactory();

    /// One value per line, for people who read the file.
    private static final class Lines extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private SettingsFile() {}

    /// The file was read but is not a JSON object.
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String kind) {
            super(kind);
        }
    }

    /// The content of the file; empty if there is no file.
    ///
    /// @throws Damaged if it is not a JSON object
    /// @throws IOException if it cannot be read
    static Map<String, Object> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new LinkedHashMap<>();
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
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

    /// A null is preserved: unknown keys stay unchanged in the file.
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
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(new Lines(), bytes)) {
            write(json, values);
        }
        OwnerOnlyFiles.write(file, bytes.toByteArray());
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> {
                json.writeStartObject();
                object.forEach((name, inner) -> {
                    json.writeName(String.valueOf(name));
                    write(json, inner);
                });
                json.writeEndObject();
            }
            case Collection<?> list -> {
                json.writeStartArray();
                list.forEach(inner -> write(json, inner));
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.doubleValue());
            case null -> json.writeNull();
            default -> json.writeString(value.toString());
        }
    }
}

package io.vestibule.local.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service's published description of its responses (names, types, limits; no text of it), and a validator that
/// knows nothing of our classes nor of the SDK's.
final class ServiceModel {

    private final JsonNode model;

    ServiceModel() throws IOException {
        try (InputStream file = ServiceModel.class.getResourceAsStream("rekognition-model.json")) {
            model = JsonMapper.shared().readTree(Objects.requireNonNull(file));
        }
    }

    /// All operations of the service, by name.
    List<String> operations() {
        return List.copyOf(model.path("operations").propertyNames());
    }

    /// Whether the file has the shape of the operation's response.
    boolean describes(String operation) {
        return model.path("operations").path(operation).has("output");
    }

    /// The error codes that the service declares for the operation.
    List<String> errors(String operation) {
        return model.path("operations")
                .path(operation)
                .path("errors")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /// What contradicts the model in a response; empty if nothing does.
    List<String> violations(String operation, JsonNode response) {
        List<String> found = new ArrayList<>();
        validate(
                operation,
                model.path("operations").path(operation).path("output").asString(),
                response,
                found);
        return found;
    }

    private void validate(String path, String shapeName, JsonNode value, List<String> found) {
        var shape = model.path("shapes").path(shapeName);
        switch (shape.path("type").asString()) {
            case "structure" -> structure(path, shape, value, found);
            case "list" -> {
                require(value.isArray(), path, "is no list", found);
                // Its minimum is one of requests that share the shape: the service itself answers empty lists.
                require(value.size() <= shape.path("max").asInt(Integer.MAX_VALUE), path, "is too long", found);
                for (int i = 0; i < value.size(); i++) {
                    validate(path + "[" + i + "]", shape.path("member").asString(), value.get(i), found);
                }
            }
            case "map" -> {
                require(value.isObject(), path, "is no map", found);
                range(path, shape, value.size(), found);
                value.properties()
                        .forEach(entry ->
                                validate(path + "{}", shape.path("value").asString(), entry.getValue(), found));
            }
            case "string" -> text(path, shape, value, found);
            case "boolean" -> require(value.isBoolean(), path, "is no boolean", found);
            case "integer", "long" -> {
                require(value.isIntegralNumber(), path, "is no integer", found);
                range(path, shape, value.asDouble(), found);
            }
            case "float", "double" -> {
                require(value.isNumber(), path, "is no number", found);
                range(path, shape, value.asDouble(), found);
            }
            case "timestamp" -> require(value.isNumber(), path, "is no timestamp", found);
            default -> found.add(path + " has the shape " + shapeName + " that the file lacks");
        }
    }

    private void structure(String path, JsonNode shape, JsonNode value, List<String> found) {
        require(value.isObject(), path, "is no structure", found);
        var members = shape.path("members");
        for (var entry : value.properties()) {
            if (members.has(entry.getKey())) {
                validate(
                        path + "." + entry.getKey(),
                        members.path(entry.getKey()).asString(),
                        entry.getValue(),
                        found);
            } else {
                found.add(path + "." + entry.getKey() + " is unknown");
            }
        }
        shape.path("required")
                .forEach(name -> require(value.has(name.asString()), path, "lacks " + name.asString(), found));
    }

    private static void text(String path, JsonNode shape, JsonNode value, List<String> found) {
        require(value.isString(), path, "is no string", found);
        var text = value.asString("");
        range(path, shape, text.length(), found);
        if (shape.has("enum")) {
            require(
                    shape.path("enum")
                            .valueStream()
                            .anyMatch(name -> name.asString().equals(text)),
                    path,
                    "has the unknown value " + text,
                    found);
        }
        if (shape.has("pattern")) {
            require(
                    Pattern.compile(shape.path("pattern").asString())
                            .matcher(text)
                            .matches(),
                    path,
                    "does not match " + shape.path("pattern").asString() + ": " + text,
                    found);
        }
    }

    private static void range(String path, JsonNode shape, double value, List<String> found) {
        require(
                !(shape.has("min") && value < shape.path("min").asDouble())
                        && !(shape.has("max") && value > shape.path("max").asDouble()),
                path,
                "is out of its range: " + value,
                found);
    }

    private static void require(boolean holds, String path, String complaint, List<String> found) {
        if (!holds) {
            found.add(path + " " + complaint);
        }
    }
}

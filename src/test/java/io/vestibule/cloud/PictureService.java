package io.vestibule.cloud;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Simulates the Amazon Rekognition operations that the embedded engine does not have, on a real socket: returns the
/// JSON of the service's guide, or a configured error first.
public final class PictureService implements AutoCloseable {

    private static final String TARGET = "RekognitionService.";

    private static final Map<String, String> ANSWERS = Map.of(
            "DetectProtectiveEquipment",
            """
            {"ProtectiveEquipmentModelVersion": "1.0", "Persons": [{"Id": 0, "Confidence": 99.9,
              "BoundingBox": {"Left": 0.1, "Top": 0.0, "Width": 0.8, "Height": 1.0},
              "BodyParts": [
                {"Name": "FACE", "Confidence": 99.8, "EquipmentDetections": [{"Type": "FACE_COVER",
                  "Confidence": 98.5, "BoundingBox": {"Left": 0.3, "Top": 0.4, "Width": 0.3, "Height": 0.2},
                  "CoversBodyPart": {"Value": true, "Confidence": 97.0}}]},
                {"Name": "HEAD", "Confidence": 99.1, "EquipmentDetections": []},
                {"Name": "LEFT_HAND", "Confidence": 80.0, "EquipmentDetections": []}]}],
             "Summary": {"PersonsWithRequiredEquipment": [0]}}""",
            "DetectModerationLabels",
            """
            {"ModerationModelVersion": "7.0", "ModerationLabels": [
              {"Name": "Weapons", "ParentName": "Violence", "Confidence": 71.5, "TaxonomyLevel": 2},
              {"Name": "Violence", "ParentName": "", "Confidence": 82.5, "TaxonomyLevel": 1}],
             "ContentTypes": []}""",
            "DetectText",
            """
            {"TextModelVersion": "3.0", "TextDetections": [
              {"DetectedText": "VISITOR", "Type": "LINE", "Id": 0, "Confidence": 99.0,
               "Geometry": {"BoundingBox": {"Left": 0.1, "Top": 0.1, "Width": 0.5, "Height": 0.2}, "Polygon": []}},
              {"DetectedText": "MARIA DA SILVA", "Type": "LINE", "Id": 1, "Confidence": 98.0,
               "Geometry": {"BoundingBox": {"Left": 0.1, "Top": 0.4, "Width": 0.7, "Height": 0.1}, "Polygon": []}},
              {"DetectedText": "MARIA", "Type": "WORD", "Id": 2, "ParentId": 1, "Confidence": 98.0,
               "Geometry": {"BoundingBox": {"Left": 0.1, "Top": 0.4, "Width": 0.2, "Height": 0.1}, "Polygon": []}}]}""",
            "DetectLabels",
            """
            {"LabelModelVersion": "3.0", "Labels": [
              {"Name": "Helmet", "Confidence": 81.0, "Parents": [{"Name": "Clothing"}], "Aliases": [],
               "Instances": [{"Confidence": 80.0,
                 "BoundingBox": {"Left": 0.2, "Top": 0.0, "Width": 0.4, "Height": 0.3}}]},
              {"Name": "Person", "Confidence": 99.0, "Instances": [], "Parents": [], "Categories": []}]}""",
            "DetectCustomLabels",
            """
            {"CustomLabels": [
              {"Name": "company-badge", "Confidence": 88.0, "Geometry": {"BoundingBox":
                {"Left": 0.5, "Top": 0.6, "Width": 0.1, "Height": 0.1}}},
              {"Name": "no-lanyard", "Confidence": 92.0}]}""");

    private final HttpServer server;
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<String> operations = new ArrayList<>();
    private final List<JsonNode> requests = new ArrayList<>();

    private record Refusal(int status, String body) {}

    private PictureService(HttpServer server) {
        this.server = server;
    }

    public static PictureService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var made = new PictureService(server);
            server.createContext("/", exchange -> {
                try (exchange) {
                    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                    var reply = made.reply(
                            target.substring(TARGET.length()),
                            exchange.getRequestBody().readAllBytes());
                    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
                    exchange.sendResponseHeaders(reply.status(), bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Refusal reply(String operation, byte[] body) {
        operations.add(operation);
        requests.add(JsonMapper.shared().readTree(body));
        return refusals.isEmpty() ? new Refusal(200, ANSWERS.getOrDefault(operation, "{}")) : refusals.removeFirst();
    }

    /// Makes the next call fail.
    public synchronized PictureService refuse(int status, String code, String message) {
        refusals.add(new Refusal(status, "{\"__type\": \"%s\", \"Message\": \"%s\"}".formatted(code, message)));
        return this;
    }

    /// The operations that were called, in order.
    public synchronized List<String> operations() {
        return List.copyOf(operations);
    }

    public synchronized JsonNode lastRequest() {
        return requests.getLast();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

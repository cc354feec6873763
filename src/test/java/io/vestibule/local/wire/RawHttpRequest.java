package io.vestibule.local.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request, signed by the SDK's own signer and then modified, as no SDK would send it.
final class RawHttpRequest {

    /// Headers that Java's client sets automatically.
    private static final Set<String> OWN = Set.of("host", "content-length", "expect");

    private final URI endpoint;
    private final AccessKey key;
    private final Map<String, String> headers = new HashMap<>(
            Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "RekognitionService.ListCollections"));
    private final Map<String, String> afterwards = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> taken = new HashSet<>();
    private String method = "POST";
    private String path = "/";
    private String service = "rekognition";
    private Instant at = Instant.now();
    private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    private byte[] bodyAfterwards = body;

    /// @param status HTTP status of the response; `code` as an SDK reads it, empty if the call succeeded
    record Answer(int status, String code, JsonNode json) {}

    RawHttpRequest(ServerFixture serverFixture) {
        this(serverFixture.server.endpoint(), serverFixture.key);
    }

    RawHttpRequest(URI endpoint, AccessKey key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    RawHttpRequest target(String target) {
        headers.put("X-Amz-Target", target);
        return this;
    }

    RawHttpRequest with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    RawHttpRequest by(String newMethod, String newPath) {
        method = newMethod;
        path = newPath;
        return this;
    }

    RawHttpRequest scopedTo(String newService) {
        service = newService;
        return this;
    }

    RawHttpRequest at(Instant time) {
        at = time;
        return this;
    }

    RawHttpRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    RawHttpRequest body(byte[] bytes) {
        body = bytes;
        bodyAfterwards = bytes;
        return this;
    }

    /// Sends a header that is not signed.
    RawHttpRequest unsigned(String name, String value) {
        headers.remove(name);
        return tampered(name, value);
    }

    /// Removes a header after the request was signed.
    RawHttpRequest without(String name) {
        taken.add(name);
        return this;
    }

    /// Changes a header after the request was signed.
    RawHttpRequest tampered(String name, String value) {
        afterwards.put(name, value);
        return this;
    }

    RawHttpRequest tamperedBody(String text) {
        bodyAfterwards = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    Answer answer() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bodyAfterwards));
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        signed().forEach((name, values) -> all.put(name, String.join(",", values)));
        all.putAll(afterwards);
        taken.forEach(all::remove);
        all.forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.header(name, value);
            }
        });
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assert response.headers().firstValue("x-amzn-RequestId").isPresent();
            var json = JsonMapper.shared().readTree(response.body());
            return new Answer(response.statusCode(), json.path("__type").asString(""), json);
        }
    }

    private Map<String, List<String>> signed() {
        var plain =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(endpoint.resolve(path));
        headers.forEach(plain::putHeader);
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(AwsBasicCredentials.create(key.id(), key.secret()))
                        .request(plain.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request()
                .headers();
    }
}

package io.vestibule.local.wire;

import io.vestibule.local.engine.protocol.ShapeJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;
import tools.jackson.databind.json.JsonMapper;

/// A response before it is sent.
///
/// @param code error code; empty if the call succeeded
/// @param json the body
/// @param leftOut attributes that were asked for and are missing; empty if none is
record RekognitionReply(int status, String code, String requestId, String json, String leftOut) {

    private static final int OK = 200;

    static RekognitionReply of(RekognitionResponse response, String leftOut) {
        var metadata = response.responseMetadata();
        return new RekognitionReply(
                OK,
                "",
                id(metadata == null ? null : metadata.requestId()),
                ShapeJson.write(response, Set.of()),
                leftOut);
    }

    static RekognitionReply of(RekognitionException refusal) {
        var details = refusal.awsErrorDetails();
        return refused(
                refusal.statusCode(),
                Objects.requireNonNullElse(details.errorCode(), "InternalServerError"),
                Objects.requireNonNullElse(details.errorMessage(), ""),
                id(refusal.requestId()));
    }

    static RekognitionReply of(RequestRejectedException refusal) {
        return refused(refusal.status(), refusal.code(), refusal.reason(), id(null));
    }

    static RekognitionReply of(RekognitionFault.Refused fault) {
        return refused(fault.status(), fault.code(), fault.message(), id(null));
    }

    RekognitionReply withJson(String text) {
        return new RekognitionReply(status, code, requestId, text, leftOut);
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /// The service sends the code twice, and SDKs differ in where they read it.
    private static RekognitionReply refused(int status, String code, String message, String requestId) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("__type", code);
        body.put("Code", code);
        body.put("Logref", requestId);
        body.put("Message", message);
        return new RekognitionReply(status, code, requestId, JsonMapper.shared().writeValueAsString(body), "");
    }

    private static String id(@Nullable String known) {
        return known == null ? UUID.randomUUID().toString() : known;
    }
}

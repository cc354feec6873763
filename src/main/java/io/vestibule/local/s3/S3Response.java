package io.vestibule.local.s3;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// @param length of the body in bytes; the answer to HEAD has one without a body
@SuppressWarnings("ArrayRecordComponent") // sent once
public record S3Response(int status, Map<String, String> headers, byte[] body, long length) {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    static S3Response empty(Map<String, String> headers) {
        return new S3Response(OK, headers, new byte[0], 0);
    }

    static S3Response notModified(Map<String, String> headers) {
        return new S3Response(NOT_MODIFIED, headers, new byte[0], 0);
    }

    static S3Response noContent() {
        return new S3Response(NO_CONTENT, Map.of(), new byte[0], 0);
    }

    static S3Response bytes(int status, Map<String, String> headers, byte[] body) {
        return new S3Response(status, headers, body, body.length);
    }

    static S3Response xml(String xml) {
        return bytes(OK, Map.of("Content-Type", "application/xml"), xml.getBytes(StandardCharsets.UTF_8));
    }

    /// @param resource path of the request, which the service repeats
    public static S3Response of(S3Exception error, String resource, String requestId) {
        var xml = new XmlDocument("Error");
        xml.element("Code", error.code());
        xml.element("Message", error.reason());
        xml.element("Resource", resource);
        xml.element("RequestId", requestId);
        return bytes(
                error.status(),
                Map.of("Content-Type", "application/xml"),
                xml.end().getBytes(StandardCharsets.UTF_8));
    }

    /// The answer to HEAD: the same headers, without the body.
    public S3Response withoutBody() {
        return new S3Response(status, headers, new byte[0], length);
    }

    S3Response with(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new S3Response(status, all, body, length);
    }
}

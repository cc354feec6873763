package io.vestibule.local.s3;

import io.vestibule.local.engine.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The headers that describe an object: what its writer sends with it, and its readers get back.
final class ObjectHeaders {

    private static final int MOST_KEY_BYTES = 1_024;
    private static final int MOST_METADATA = 2_048;
    private static final int MOST_TYPE = 255;
    private static final String TYPE = "content-type";
    private static final String METADATA = "x-amz-meta-";

    private static final Set<String> KEPT =
            Set.of("cache-control", "content-disposition", "content-encoding", "content-language", "expires");

    /// Requests with these would not do what the caller means if the header was ignored.
    private static final Set<String> NOT_PROVIDED = Set.of(
            "x-amz-tagging",
            "x-amz-object-lock-mode",
            "x-amz-server-side-encryption-customer-key",
            "x-amz-copy-source-range",
            "x-amz-copy-source-if-match",
            "x-amz-copy-source-if-none-match",
            "x-amz-copy-source-if-modified-since",
            "x-amz-copy-source-if-unmodified-since");

    /// Days have two digits, unlike in Java's own formatter.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private ObjectHeaders() {}

    /// @throws S3Exception if the request has a header that is not provided here
    static void requireProvided(S3Request request) {
        NOT_PROVIDED.stream()
                .filter(name -> request.header(name).isPresent())
                .findAny()
                .ifPresent(name -> {
                    throw S3Exception.notImplemented("the header " + name);
                });
        if (request.header("x-amz-acl").filter(acl -> !acl.equals("private")).isPresent()) {
            throw S3Exception.notImplemented("ACLs other than private");
        }
    }

    static void requireKey(S3Request request) {
        if (request.key().getBytes(StandardCharsets.UTF_8).length > MOST_KEY_BYTES) {
            throw S3Exception.keyTooLong();
        }
    }

    static String contentType(S3Request request) {
        return request.header(TYPE).filter(type -> type.length() <= MOST_TYPE).orElse("binary/octet-stream");
    }

    /// The headers that readers get back, as JSON.
    static String kept(S3Request request) {
        Map<String, String> kept = new LinkedHashMap<>();
        int size = 0;
        for (var header : request.headers().entrySet()) {
            var name = header.getKey();
            if ((KEPT.contains(name) && !header.getValue().equals("aws-chunked")) || name.startsWith(METADATA)) {
                kept.put(name, header.getValue());
                size += name.length() + header.getValue().length();
            }
        }
        if (size > MOST_METADATA) {
            throw S3Exception.metadataTooLarge();
        }
        return JsonMapper.shared().writeValueAsString(kept);
    }

    static Map<String, String> of(StoredObject object) {
        Map<String, String> headers = new LinkedHashMap<>(
                JsonMapper.shared().readValue(object.metadata(), new TypeReference<Map<String, String>>() {}));
        headers.put("Content-Type", object.contentType());
        headers.put("ETag", quoted(object.etag()));
        headers.put("Accept-Ranges", "bytes");
        headers.put("Last-Modified", TIME.format(object.modifiedAt().atOffset(ZoneOffset.UTC)));
        return headers;
    }

    /// An entity tag as headers and answers have it.
    static String quoted(String etag) {
        return "\"" + etag + "\"";
    }
}

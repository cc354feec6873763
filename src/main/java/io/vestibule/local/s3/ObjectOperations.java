package io.vestibule.local.s3;

import io.vestibule.local.engine.store.ObjectStore;
import io.vestibule.local.engine.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Objects: put, get, head, list, delete.
final class ObjectOperations {

    private static final int PARTIAL = 206;
    private static final int MOST_KEY_BYTES = 1_024;
    private static final int MOST_METADATA = 2_048;
    private static final int MOST_TYPE = 255;
    private static final String TYPE = "content-type";
    private static final String METADATA = "x-amz-meta-";

    /// Headers of an object that its writer sets and its reader gets back.
    private static final Set<String> KEPT =
            Set.of("cache-control", "content-disposition", "content-encoding", "content-language", "expires");

    /// Requests with these would not do what the caller means if the header was ignored.
    private static final Set<String> NOT_PROVIDED = Set.of(
            "x-amz-copy-source",
            "x-amz-tagging",
            "x-amz-object-lock-mode",
            "x-amz-server-side-encryption-customer-key",
            "if-match",
            "if-modified-since",
            "if-unmodified-since");

    private final ObjectStore store;
    private final InstantSource clock;

    ObjectOperations(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    S3Response put(S3Request request) {
        var bucket = BucketOperations.require(store, request);
        requireProvided(request);
        if (request.key().getBytes(StandardCharsets.UTF_8).length > MOST_KEY_BYTES) {
            throw S3Exception.keyTooLong();
        }
        ContentChecksum.verify(request);
        if (request.header("if-none-match").isPresent()
                && store.find(bucket, request.key()).isPresent()) {
            throw S3Exception.preconditionFailed();
        }
        var object = new StoredObject(
                request.key(),
                request.body().length,
                ContentChecksum.etag(request.body()),
                contentType(request),
                JsonMapper.shared().writeValueAsString(kept(request)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.put(bucket, object, request.body());
        return S3Response.empty(Map.of("ETag", quoted(object)));
    }

    private static void requireProvided(S3Request request) {
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

    private static String contentType(S3Request request) {
        return request.header(TYPE).filter(type -> type.length() <= MOST_TYPE).orElse("binary/octet-stream");
    }

    private static Map<String, String> kept(S3Request request) {
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
        return kept;
    }

    S3Response get(S3Request request) {
        var bucket = BucketOperations.require(store, request);
        requireProvided(request);
        var object = store.find(bucket, request.key()).orElseThrow(S3Exception::noSuchKey);
        var bytes = store.bytes(bucket, request.key()).orElseThrow(S3Exception::noSuchKey);
        var headers = headers(object);
        var range = request.header("range").flatMap(header -> ByteRange.parse(header, bytes.length));
        if (range.isEmpty()) {
            return S3Response.bytes(200, headers, bytes);
        }
        return S3Response.bytes(
                        PARTIAL,
                        headers,
                        Arrays.copyOfRange(
                                bytes, range.get().first(), range.get().last() + 1))
                .with("Content-Range", range.get().contentRange(bytes.length));
    }

    S3Response head(S3Request request) {
        var bucket = BucketOperations.require(store, request);
        var object = store.find(bucket, request.key()).orElseThrow(S3Exception::noSuchKey);
        return new S3Response(200, headers(object), new byte[0], object.size());
    }

    private static Map<String, String> headers(StoredObject object) {
        Map<String, String> headers = new LinkedHashMap<>(
                JsonMapper.shared().readValue(object.metadata(), new TypeReference<Map<String, String>>() {}));
        headers.put("Content-Type", object.contentType());
        headers.put("ETag", quoted(object));
        headers.put("Accept-Ranges", "bytes");
        headers.put(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modifiedAt().atOffset(ZoneOffset.UTC)));
        return headers;
    }

    S3Response list(S3Request request) {
        return ObjectListing.of(store, BucketOperations.require(store, request), request);
    }

    /// Succeeds also if there is no such object, as the service.
    S3Response delete(S3Request request) {
        store.delete(BucketOperations.require(store, request), request.key());
        return S3Response.noContent();
    }

    S3Response deleteAll(S3Request request) {
        if (!request.asks("delete")) {
            throw S3Exception.methodNotAllowed();
        }
        var bucket = BucketOperations.require(store, request);
        ContentChecksum.verify(request);
        var delete = DeleteRequest.read(request.body());
        delete.keys().forEach(key -> store.delete(bucket, key));
        return deleted(delete.quiet() ? List.of() : delete.keys());
    }

    private static S3Response deleted(List<String> keys) {
        var xml = new XmlDocument("DeleteResult");
        for (var key : keys) {
            xml.start("Deleted");
            xml.element("Key", key);
            xml.finish();
        }
        return S3Response.xml(xml.end());
    }

    private static String quoted(StoredObject object) {
        return "\"" + object.etag() + "\"";
    }
}

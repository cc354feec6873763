package io.vestibule.local.s3;

import io.vestibule.local.engine.store.ObjectStore;
import io.vestibule.local.engine.store.StoredObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Objects: put, copy, get, head, list, delete.
final class ObjectOperations {

    private static final int PARTIAL = 206;
    private static final String SOURCE = "x-amz-copy-source";

    private final ObjectStore store;
    private final InstantSource clock;

    ObjectOperations(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    S3Response put(S3Request request) {
        var bucket = BucketOperations.require(store, request);
        ObjectHeaders.requireProvided(request);
        ObjectHeaders.requireKey(request);
        ContentChecksum.verify(request);
        ObjectConditions.requireWritable(request, store.find(bucket, request.key()));
        if (request.header(SOURCE).isPresent()) {
            return copy(request, bucket);
        }
        var object = new StoredObject(
                request.key(),
                request.body().length,
                ContentChecksum.etag(request.body()),
                ObjectHeaders.contentType(request),
                ObjectHeaders.kept(request),
                clock.instant());
        store.put(bucket, object, request.body());
        return S3Response.empty(Map.of("ETag", ObjectHeaders.quoted(object.etag())));
    }

    private S3Response copy(S3Request request, ObjectStore.Bucket bucket) {
        var source = source(request.header(SOURCE).orElse(""));
        var from = store.bucket(source.bucket()).orElseThrow(S3Exception::noSuchBucket);
        var object = store.find(from, source.key()).orElseThrow(S3Exception::noSuchKey);
        var bytes = store.bytes(from, source.key()).orElseThrow(S3Exception::noSuchKey);
        boolean replaced = request.header("x-amz-metadata-directive")
                .filter("REPLACE"::equalsIgnoreCase)
                .isPresent();
        if (!replaced && source.equals(new Source(request.bucket(), request.key()))) {
            throw S3Exception.copyToItself();
        }
        var copy = new StoredObject(
                request.key(),
                bytes.length,
                ContentChecksum.etag(bytes),
                replaced ? ObjectHeaders.contentType(request) : object.contentType(),
                replaced ? ObjectHeaders.kept(request) : object.metadata(),
                clock.instant());
        store.put(bucket, copy, bytes);
        var xml = new XmlDocument("CopyObjectResult");
        xml.element("LastModified", copy.modifiedAt().toString());
        xml.element("ETag", ObjectHeaders.quoted(copy.etag()));
        return S3Response.xml(xml.end());
    }

    private record Source(String bucket, String key) {}

    /// @param header `bucket/key` or `/bucket/key`, encoded as in an address
    private static Source source(String header) {
        if (header.contains("?versionId=")) {
            throw S3Exception.notImplemented("versions of objects");
        }
        try {
            var path = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
            var names = (path.startsWith("/") ? path.substring(1) : path).split("/", 2);
            if (names.length == 2) {
                return new Source(names[0], names[1]);
            }
        } catch (IllegalArgumentException _) {
            // answered below
        }
        throw S3Exception.invalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }

    S3Response get(S3Request request) {
        var bucket = BucketOperations.require(store, request);
        ObjectHeaders.requireProvided(request);
        var object = store.find(bucket, request.key()).orElseThrow(S3Exception::noSuchKey);
        var headers = ObjectHeaders.of(object);
        if (!ObjectConditions.isWanted(request, object)) {
            return S3Response.notModified(headers);
        }
        var bytes = store.bytes(bucket, request.key()).orElseThrow(S3Exception::noSuchKey);
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
        var headers = ObjectHeaders.of(object);
        return ObjectConditions.isWanted(request, object)
                ? new S3Response(200, headers, new byte[0], object.size())
                : S3Response.notModified(headers);
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
}

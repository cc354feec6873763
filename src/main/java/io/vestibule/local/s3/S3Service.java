package io.vestibule.local.s3;

import io.vestibule.local.engine.store.ObjectStore;
import io.vestibule.local.engine.store.UploadStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// Answers the requests of S3 from the buckets of the embedded engine. Thread-safe.
public final class S3Service {

    /// Parameters that change how an operation lists, or that SDKs add for their own logs.
    private static final Set<String> PLAIN = Set.of(
            "list-type",
            "prefix",
            "delimiter",
            "max-keys",
            "marker",
            "start-after",
            "continuation-token",
            "encoding-type",
            "fetch-owner",
            "location",
            "delete",
            "x-id",
            "max-buckets",
            "uploads",
            "uploadId",
            "partNumber",
            "max-uploads",
            "max-parts",
            "part-number-marker");

    private final ObjectStore store;
    private final BucketOperations buckets;
    private final ObjectOperations objects;
    private final MultipartOperations uploads;

    public S3Service(ObjectStore store, UploadStore uploads, InstantSource clock) {
        this.store = store;
        // The database has milliseconds: what is answered at once is what is answered later.
        InstantSource millis = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.buckets = new BucketOperations(store, millis);
        this.objects = new ObjectOperations(store, millis);
        this.uploads = new MultipartOperations(store, uploads, millis);
    }

    /// @throws S3Exception with the error that the service would return
    public S3Response answer(S3Request request) {
        request.query().keySet().stream()
                .filter(name -> !PLAIN.contains(name))
                .findAny()
                .ifPresent(name -> {
                    throw S3Exception.notImplemented("the parameter " + name);
                });
        if (request.bucket().isEmpty()) {
            requireMethod(request, "GET");
            return buckets.list();
        }
        return request.key().isEmpty() ? ofBucket(request) : ofObject(request);
    }

    /// The bytes of an object for the embedded Rekognition.
    public Optional<byte[]> read(String bucket, String key) {
        return store.bucket(bucket).flatMap(known -> store.bytes(known, key));
    }

    private S3Response ofBucket(S3Request request) {
        return switch (request.method()) {
            case "PUT" -> buckets.create(request.bucket());
            case "DELETE" -> buckets.delete(request.bucket());
            case "HEAD" -> buckets.head(request);
            case "GET" -> contents(request);
            case "POST" -> objects.deleteAll(request);
            default -> throw S3Exception.methodNotAllowed();
        };
    }

    private S3Response contents(S3Request request) {
        if (request.asks("location")) {
            return buckets.location(request);
        }
        return request.asks("uploads") ? uploads.list(request) : objects.list(request);
    }

    private S3Response ofObject(S3Request request) {
        if (request.asks("uploads")) {
            requireMethod(request, "POST");
            return uploads.create(request);
        }
        if (request.asks("uploadId")) {
            return ofUpload(request);
        }
        return switch (request.method()) {
            case "PUT" -> objects.put(request);
            case "GET" -> objects.get(request);
            case "HEAD" -> objects.head(request);
            case "DELETE" -> objects.delete(request);
            default -> throw S3Exception.methodNotAllowed();
        };
    }

    private S3Response ofUpload(S3Request request) {
        return switch (request.method()) {
            case "PUT" -> uploads.put(request);
            case "POST" -> uploads.complete(request);
            case "GET" -> uploads.listParts(request);
            case "DELETE" -> uploads.abort(request);
            default -> throw S3Exception.methodNotAllowed();
        };
    }

    private static void requireMethod(S3Request request, String method) {
        if (!request.method().equals(method)) {
            throw S3Exception.methodNotAllowed();
        }
    }
}

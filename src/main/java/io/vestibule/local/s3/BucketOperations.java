package io.vestibule.local.s3;

import io.vestibule.local.engine.store.ObjectStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;

/// Buckets: create, list, find, delete.
final class BucketOperations {

    /// 3 to 63 characters, as the service requires.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final String OWNER = "vestibule";

    private final ObjectStore store;
    private final InstantSource clock;

    BucketOperations(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    S3Response list() {
        var xml = new XmlDocument("ListAllMyBucketsResult");
        xml.start("Owner");
        xml.element("ID", OWNER);
        xml.element("DisplayName", OWNER);
        xml.finish();
        xml.start("Buckets");
        for (var bucket : store.buckets()) {
            xml.start("Bucket");
            xml.element("Name", bucket.name());
            xml.element("CreationDate", bucket.createdAt().toString());
            xml.finish();
        }
        xml.finish();
        return S3Response.xml(xml.end());
    }

    S3Response create(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw S3Exception.invalidBucketName();
        }
        if (!store.createBucket(name, clock.instant())) {
            throw S3Exception.bucketExists();
        }
        return S3Response.empty(Map.of("Location", "/" + name));
    }

    S3Response head(S3Request request) {
        require(store, request);
        return S3Response.empty(Map.of("x-amz-bucket-region", request.region()));
    }

    /// The region that the caller signed for: buckets of this computer belong to every region.
    S3Response location(S3Request request) {
        require(store, request);
        var xml = new XmlDocument("LocationConstraint");
        return S3Response.xml(xml.end(request.region()));
    }

    S3Response delete(String name) {
        if (!store.deleteBucket(store.bucket(name).orElseThrow(S3Exception::noSuchBucket))) {
            throw S3Exception.bucketNotEmpty();
        }
        return S3Response.noContent();
    }

    static ObjectStore.Bucket require(ObjectStore store, S3Request request) {
        return store.bucket(request.bucket()).orElseThrow(S3Exception::noSuchBucket);
    }
}

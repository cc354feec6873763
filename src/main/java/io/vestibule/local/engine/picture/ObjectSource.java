package io.vestibule.local.engine.picture;

import java.util.Optional;

/// Where the pictures of an `S3Object` come from.
@FunctionalInterface
public interface ObjectSource {

    /// Empty if there is no such bucket or object.
    Optional<byte[]> read(String bucket, String key);

    /// This source first, then the other one.
    default ObjectSource or(ObjectSource other) {
        return (bucket, key) -> read(bucket, key).or(() -> other.read(bucket, key));
    }
}

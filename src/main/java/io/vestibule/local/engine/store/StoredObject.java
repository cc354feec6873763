package io.vestibule.local.engine.store;

import java.time.Instant;

/// An object of a bucket, without its bytes.
///
/// @param size in bytes
/// @param etag hexadecimal MD5 of the bytes, as S3 computes it; for an object of several parts, of the digests of the
///     parts, with their number
/// @param metadata the headers that its writer wants back, as JSON
public record StoredObject(
        String key, int size, String etag, String contentType, String metadata, Instant modifiedAt) {}

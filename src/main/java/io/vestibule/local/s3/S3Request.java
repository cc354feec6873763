package io.vestibule.local.s3;

import java.util.Map;
import java.util.Optional;

/// An authenticated request.
///
/// @param bucket empty for the list of buckets
/// @param key empty for requests about a bucket
/// @param query decoded parameters; a parameter without a value has an empty one
/// @param headers the first value of each header, by its name in lower case
@SuppressWarnings("ArrayRecordComponent") // read once
public record S3Request(
        String method,
        String bucket,
        String key,
        Map<String, String> query,
        Map<String, String> headers,
        String region,
        byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    boolean asks(String name) {
        return query.containsKey(name);
    }
}

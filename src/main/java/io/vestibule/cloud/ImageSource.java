package io.vestibule.cloud;

/// Where the service gets the picture of a call from.
public sealed interface ImageSource {

    /// Sent in the request: up to 5,242,880 bytes of JPEG or PNG.
    @SuppressWarnings("ArrayRecordComponent") // read only, sent once
    record Bytes(byte[] image) implements ImageSource {}

    /// Stored in the bucket: up to 15 MB.
    record Stored(String bucket, String key) implements ImageSource {}
}

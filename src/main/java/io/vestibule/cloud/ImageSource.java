package io.vestibule.cloud;

/// Where the service finds the picture of a call.
public sealed interface ImageSource {

    /// Sent along: up to 5,242,880 bytes of JPEG or PNG.
    @SuppressWarnings("ArrayRecordComponent") // read only, sent once
    record Bytes(byte[] image) implements ImageSource {}

    /// Already in the bucket: up to 15 MB.
    record Stored(String bucket, String key) implements ImageSource {}
}

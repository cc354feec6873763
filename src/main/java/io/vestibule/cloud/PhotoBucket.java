package io.vestibule.cloud;

import java.util.List;
import java.util.Optional;

/// Keeps photos as files under a key: S3, or a folder of this machine. Throws [CloudException] and nothing else.
public interface PhotoBucket {

    /// Name of the bucket, as an [ImageSource.Stored] wants it.
    String name();

    /// Where the face service finds what lies under the key.
    default ImageSource.Stored imageSource(String key) {
        return new ImageSource.Stored(name(), key);
    }

    /// Durable when it returns. The same key with the same bytes again is success.
    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);

    /// A key that is gone already is success.
    void delete(String key);

    /// Keys that start with `prefix`, sorted.
    List<String> keys(String prefix);
}

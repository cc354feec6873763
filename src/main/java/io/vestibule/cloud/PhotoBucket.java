package io.vestibule.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Port: stores photos as files by key, in S3 or in a local folder. Throws [CloudException] and nothing else.
public interface PhotoBucket {

    /// Name of the bucket, as in [ImageSource.Stored].
    String name();

    /// Where the face service finds the photo with this key.
    default ImageSource.Stored imageSource(String key) {
        return new ImageSource.Stored(name(), key);
    }

    /// Durable when it returns. Idempotent: it is a success if the key has the same bytes already.
    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);

    /// It is a success if the key does not exist any more.
    void delete(String key);

    /// Keys that start with `prefix`, sorted.
    default List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        readKeys(prefix, keys::add);
        return keys.stream().sorted().toList();
    }

    /// Reads the keys that start with `prefix`, in any order, and keeps none of them. An exception of `keys` ends the
    /// reading and is passed on.
    ///
    /// @throws CloudException if they cannot be read; then what was read is not all of it
    void readKeys(String prefix, Consumer<String> keys);
}

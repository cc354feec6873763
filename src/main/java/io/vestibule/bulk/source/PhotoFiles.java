package io.vestibule.bulk.source;

import java.util.List;

/// The picture files of a source. Their contents are untrusted; only `photo.PhotoDecoder` looks into them.
public interface PhotoFiles extends AutoCloseable {

    /// The bytes of a file, at most a little more than a photo may have.
    ///
    /// @param reference as a list names it: a path below the folder of the list
    /// @throws io.vestibule.bulk.BulkException `bulk.photo-missing`, `bulk.photo-outside`, `bulk.photo-link`,
    ///     `bulk.photo-address`
    byte[] read(String reference);

    /// Paths of all files in their order, separated by `/`, two folders deep at most. Hidden files are left out.
    ///
    /// @throws io.vestibule.bulk.BulkException if there are too many
    List<String> names();

    @Override
    void close();
}

package io.vestibule.bulk.directory;

import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import io.vestibule.bulk.source.PhotoFiles;
import java.util.List;

/// The photos of the people of a directory, each asked for when it is needed.
final class DirectoryPhotos implements PhotoFiles {

    private final DirectoryReader reader;

    DirectoryPhotos(DirectoryReader reader) {
        this.reader = reader;
    }

    @Override
    public byte[] read(String reference) {
        return reader.photo(reference).orElseThrow(() -> new BulkException(new BulkFailure.PhotoMissing()));
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void close() {
        reader.close();
    }
}

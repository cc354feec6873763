package io.vestibule.bulk;

import io.vestibule.bulk.source.ImportSource;
import java.nio.file.Path;

/// Opens what an import names as its source.
public interface SourceOpener {

    /// @throws BulkException if it cannot be read
    ImportSource open(Path source);
}

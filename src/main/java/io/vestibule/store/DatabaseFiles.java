package io.vestibule.store;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The files of a database, while it is not open.
public final class DatabaseFiles {

    private DatabaseFiles() {}

    /// The file that H2 uses.
    ///
    /// @param database path without the `.mv.db` that H2 appends
    public static Path of(Path database) {
        return database.resolveSibling(database.getFileName() + ".mv.db");
    }

    /// What prevents this database from being opened, if anything. Changes nothing.
    ///
    /// @param known whether there are traces elsewhere of what was in the file
    public static Optional<FileFault> examine(Path database, char[] key, BooleanSupplier known) {
        try {
            return new FileInspection(database, key, new HeaderFile(database, new FileKeys(key)))
                    .inspect(known)
                    .fault();
        } catch (IOException e) {
            throw new StoreException(
                    Problem.of("store.cannot-open", e.getClass().getSimpleName()), e);
        }
    }
}

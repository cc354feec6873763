package io.vestibule.backup;

import io.vestibule.store.DatabaseCopy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// What of a data folder belongs together.
///
/// @param folder the data folder
/// @param databases all that are open, in the order in which they refer to each other
/// @param files names of single files of the folder; those that are missing are left out
/// @param folders names of folders of encrypted files, whose files are never changed once they are written
/// @param master the master key; the databases cannot be read without it
public record BackupSource(
        Path folder,
        List<DatabaseCopy.Source> databases,
        List<String> files,
        List<String> folders,
        Supplier<byte[]> master) {

    public BackupSource {
        databases = List.copyOf(databases);
        files = List.copyOf(files);
        folders = List.copyOf(folders);
    }
}

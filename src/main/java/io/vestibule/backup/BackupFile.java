package io.vestibule.backup;

import java.nio.file.Path;
import java.time.Instant;

/// A backup of a data folder.
///
/// @param moment whose state it contains, to the millisecond
/// @param bytes its length
public record BackupFile(Path path, Instant moment, long bytes) {

    /// The name without folder and ending, as in the audit log.
    public String name() {
        var file = path.getFileName().toString();
        return file.endsWith(BackupFolder.ENDING)
                ? file.substring(0, file.length() - BackupFolder.ENDING.length())
                : file;
    }
}

package io.vestibule.backup;

import io.vestibule.settings.Setting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Settings of the backups.
public final class BackupKeys {

    /// Absolute path of a folder of this computer or a mounted share; empty for the folder `backups` of the data
    /// folder.
    public static final Setting<String> FOLDER = Setting.text("backup.folder", "", BackupKeys::isPath);

    /// Hours between two backups; 0 makes none by itself.
    public static final Setting<Integer> HOURS = Setting.integer("backup.hours", 24, 0, 24 * 31, "");

    /// Number of backups that are kept.
    public static final Setting<Integer> KEPT = Setting.integer("backup.kept", 14, 1, 365, "");

    /// Days that a backup is kept. Who is erased is in no backup any more after as many days.
    public static final Setting<Integer> DAYS = Setting.integer("backup.days", 30, 1, 3650, "");

    private BackupKeys() {}

    private static boolean isPath(String text) {
        try {
            return text.isBlank() || Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }
}

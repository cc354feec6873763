package io.vestibule.setup;

import io.vestibule.backup.BackupFile;
import io.vestibule.backup.BackupFolder;
import io.vestibule.backup.BackupKey;
import io.vestibule.backup.BackupManifest;
import io.vestibule.backup.StagedRestore;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Prepares a restore: the chosen backup is decrypted and verified beside the data in use, and put in its place when
/// the data folder is opened the next time. Works without any database. Blocks.
public final class RestoreFlow {

    /// @param backups the folder of the backups
    /// @param passwords of the databases, by their names
    public record RestoreParts(
            Supplier<Path> backups,
            Supplier<BackupKey> key,
            Supplier<byte[]> master,
            Function<String, char[]> passwords,
            StagedRestore staged) {}

    private final RestoreParts parts;

    public RestoreFlow(RestoreParts parts) {
        this.parts = parts;
    }

    /// Newest first.
    ///
    /// @throws StoreException `store.backup-folder` if the folder cannot be read
    public List<BackupFile> list() {
        return new BackupFolder(parts.backups().get(), parts.key().get().id()).list();
    }

    /// The newest backup, which was not read yet; empty if there is none, or the folder or the key cannot be read.
    public Optional<BackupFile> newest() {
        try {
            return list().stream().findFirst();
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /// What a backup contains; empty if it cannot be read.
    public Optional<BackupManifest> describe(BackupFile backup) {
        try {
            return Optional.of(StagedRestore.describe(backup.path(), parts.key().get()));
        } catch (StoreException _) {
            return Optional.empty();
        }
    }

    /// Prepares the restore of this backup.
    ///
    /// @param progress in steps of one in a hundred
    /// @throws StoreException `store.backup-damaged`, `store.backup-wrong-key`, `store.backup-newer`,
    ///     `store.backup-no-space`, `store.backup-failed`; nothing is prepared then
    public BackupManifest stage(Path backup, ProgressListener progress) {
        return parts.staged().stage(backup, parts.key().get(), parts.master().get(), parts.passwords(), progress);
    }

    /// Prepares the restore of the newest backup that can be read.
    ///
    /// @throws StoreException `store.no-good-copy` if there is none; nothing is prepared then
    public BackupManifest stageNewest(ProgressListener progress) {
        for (var backup : list()) {
            try {
                return stage(backup.path(), progress);
            } catch (StoreException e) {
                if (!e.problem().code().equals("store.backup-damaged")) {
                    throw e;
                }
            }
        }
        throw new StoreException(Problem.of("store.no-good-copy"));
    }

    /// Gives up a restore that was prepared.
    public void discard() {
        parts.staged().discard();
    }
}

package io.vestibule.setup;

import io.vestibule.backup.BackupManifest;
import io.vestibule.base.ProgressListener;
import io.vestibule.store.DatabaseFiles;
import io.vestibule.store.FileFault;
import io.vestibule.store.FileRecovery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What can be done when a database file of the data folder is damaged, cut, old or missing. Works without any
/// database; nothing is changed without the answer of an operator, and nothing is deleted. Blocks.
public final class RecoveryFlow {

    /// What a database file holds.
    public enum Part {
        /// People, photos in waiting, consents, rules, the journal and the audit log.
        PEOPLE,
        /// The embedded face collection.
        FACES,
        /// The rules of the embedded VMS.
        VMS
    }

    /// A database of the data folder.
    ///
    /// @param database path without the `.mv.db` that H2 appends
    /// @param known whether there are traces elsewhere of what was in it
    /// @param companions files and folders that are useless without it
    public record DatabasePart(
            Part part, Path database, Supplier<char[]> key, BooleanSupplier known, List<Path> companions) {

        public DatabasePart {
            companions = List.copyOf(companions);
        }
    }

    /// A database that cannot be opened.
    ///
    /// @param copy when the newest copy of it was made; empty if there is none
    /// @param backup the newest backup of everything; empty if there is none that can be read
    public record Damage(Part part, FileFault fault, Optional<Instant> copy, Optional<BackupManifest> backup) {}

    private final List<DatabasePart> parts;
    private final Clock clock;
    private final Runnable startedAnew;
    private final RestoreFlow restore;
    private final RecoveryRecord record;

    /// @param restore of whole backups
    /// @param startedAnew called after the people were set aside: nothing is expected in this folder any more
    /// @param record takes what was done, for the audit log
    public RecoveryFlow(
            List<DatabasePart> parts, RestoreFlow restore, Clock clock, Runnable startedAnew, RecoveryRecord record) {
        this.parts = List.copyOf(parts);
        this.clock = clock;
        this.startedAnew = startedAnew;
        this.restore = restore;
        this.record = record;
    }

    /// The first database that cannot be opened. Changes nothing.
    ///
    /// @throws io.vestibule.settings.SettingsException if the key cannot be read
    public Optional<Damage> examine() {
        for (var part : parts) {
            var fault = DatabaseFiles.examine(part.database(), part.key().get(), part.known());
            if (fault.isPresent()) {
                return Optional.of(
                        new Damage(part.part(), fault.get(), recovery(part).newestCopy(), newestBackup()));
            }
        }
        return Optional.empty();
    }

    /// Replaces the database by the newest copy that can be read.
    ///
    /// @throws io.vestibule.store.StoreException `store.no-good-copy` if none can be read; nothing was changed
    public void useCopy(Damage damage) {
        recovery(part(damage)).useNewestCopy();
        record("recovery.copy-used", damage);
    }

    private Optional<BackupManifest> newestBackup() {
        return restore.newest().flatMap(restore::describe);
    }

    /// Prepares the restore of the newest backup that can be read; it is put in place when the folder is
    /// opened again.
    ///
    /// @throws io.vestibule.store.StoreException as [RestoreFlow#stageNewest]; nothing was changed
    public void useBackup() {
        restore.stageNewest(ProgressListener.NONE);
    }

    /// Uses the older copy that lies in the place of the database.
    public void acceptOlder(Damage damage) {
        recovery(part(damage)).acceptOlder();
        record("recovery.older-accepted", damage);
    }

    /// Uses what can be read of the database.
    public void acceptDamage(Damage damage) {
        recovery(part(damage)).acceptDamage();
        record("recovery.damage-accepted", damage);
    }

    /// Moves the database and what is useless without it away, so that a new one is created.
    public void startAnew(Damage damage) {
        var part = part(damage);
        recovery(part).setAside(part.companions());
        if (part.part() == Part.PEOPLE) {
            startedAnew.run();
        }
        record("recovery.started-anew", damage);
    }

    private void record(String action, Damage damage) {
        record.add(action + "-" + damage.part().name().toLowerCase(Locale.ROOT));
    }

    private FileRecovery recovery(DatabasePart part) {
        return new FileRecovery(part.database(), part.key().get(), clock);
    }

    private DatabasePart part(Damage damage) {
        return parts.stream()
                .filter(part -> part.part() == damage.part())
                .findFirst()
                .orElseThrow();
    }
}

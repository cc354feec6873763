package io.vestibule.app.wiring;

import io.vestibule.setup.RecoveryFlow;
import io.vestibule.setup.RecoveryFlow.DatabasePart;
import io.vestibule.setup.RecoveryFlow.Part;
import io.vestibule.setup.RecoveryRecord;
import io.vestibule.support.SupportBundle;
import io.vestibule.support.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What works while a database cannot be opened.
public final class RecoveryWiring {

    private final StorageWiring storage;
    private final BackupWiring backups;

    RecoveryWiring(StorageWiring storage, BackupWiring backups) {
        this.storage = storage;
        this.backups = backups;
    }

    public RecoveryFlow flow() {
        var folder = storage.folder().path();
        var engine = files(folder, StorageWiring.ENGINE);
        return new RecoveryFlow(
                List.of(
                        new DatabasePart(
                                Part.PEOPLE,
                                folder.resolve(StorageWiring.DATABASE),
                                () -> storage.key().databasePassword("database"),
                                () -> storage.missedPeople().areKnown(),
                                Stream.concat(
                                                Stream.of(folder.resolve(StorageWiring.PHOTOS)),
                                                Stream.concat(
                                                        engine.stream(), files(folder, StorageWiring.VMS).stream()))
                                        .toList()),
                        new DatabasePart(
                                Part.FACES,
                                folder.resolve(StorageWiring.ENGINE),
                                () -> storage.key().databasePassword("engine"),
                                () -> false,
                                List.of()),
                        new DatabasePart(
                                Part.VMS,
                                folder.resolve(StorageWiring.VMS),
                                () -> storage.key().databasePassword("vms"),
                                () -> false,
                                List.of())),
                backups.restore(),
                storage.clock(),
                () -> storage.missedPeople().forget(),
                new RecoveryRecord(folder));
    }

    /// Versions and logs in one file, without anything of the database.
    public Path writeSupportBundle(String code) throws IOException {
        return new SupportBundle(storage.folder().path())
                .with("versions.txt", Map.of("program", Versions.program()))
                .with("problem.txt", Map.of("code", code))
                .write(storage.clock().instant());
    }

    private static List<Path> files(Path folder, String database) {
        return Stream.of(".mv.db", ".header", ".tags")
                .map(end -> folder.resolve(database + end))
                .toList();
    }
}

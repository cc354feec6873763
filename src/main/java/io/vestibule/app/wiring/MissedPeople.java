package io.vestibule.app.wiring;

import io.vestibule.settings.DataFolder;
import io.vestibule.settings.VaultSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Traces of people outside the database: a folder without a database is empty only if nothing else knows of any.
/// Read only if the database is missing.
final class MissedPeople {

    private static final String SEALED = ".sealed";

    private final DataFolder folder;

    MissedPeople(DataFolder folder) {
        this.folder = folder;
    }

    /// Whether the vault recorded that this folder was used, or there are photos, or a copy of the database.
    boolean areKnown() {
        return VaultSelector.isUsed(folder) || hasPhotos() || hasCopy();
    }

    /// Records in the vault's file that this folder is used from now on.
    void remember() {
        VaultSelector.setUsed(folder, true);
    }

    /// After everything was set aside.
    void forget() {
        VaultSelector.setUsed(folder, false);
    }

    private boolean hasPhotos() {
        var photos = folder.path().resolve(StorageWiring.PHOTOS);
        if (!Files.isDirectory(photos)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(photos)) {
            return files.anyMatch(file -> file.toString().endsWith(SEALED));
        } catch (IOException | UncheckedIOException _) {
            return true; // what cannot be read is not absent
        }
    }

    private boolean hasCopy() {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.anyMatch(
                    file -> file.getFileName().toString().startsWith(StorageWiring.DATABASE + ".before-"));
        } catch (IOException | UncheckedIOException _) {
            return true;
        }
    }
}

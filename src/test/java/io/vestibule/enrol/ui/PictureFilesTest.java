package io.vestibule.enrol.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dropped folders as lists of files.
class PictureFilesTest {

    @TempDir
    Path folder;

    @Test
    void picturesOfAllFoldersInsideAreTaken() throws IOException {
        var inside = Files.createDirectories(folder.resolve("a/b"));
        var one = Files.writeString(folder.resolve("1.JPG"), "x");
        var two = Files.writeString(inside.resolve("2.png"), "x");
        Files.writeString(inside.resolve("notes.txt"), "x");
        Files.writeString(inside.resolve(".hidden.jpg"), "x");
        assertThat(PictureFiles.expand(List.of(folder))).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void aFolderThatCannotBeReadIsListedByNameAndTheOthersAreTaken() throws IOException {
        var locked = Files.createDirectories(folder.resolve("locked"));
        var one = Files.writeString(folder.resolve("1.jpg"), "x");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(locked), "The administrator may read everything");
            assertThat(PictureFiles.expand(List.of(folder))).containsExactlyInAnyOrder(one, locked);
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }
}

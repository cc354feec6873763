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
    void picturesAreTakenByTheirContentWhateverTheirNames() throws IOException {
        var jpeg = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16};
        var named = List.of("IMG_0001.JPG", "photo.jfif", "photo", "DSC1.JPE", "scan.dat", "later.AVIF");
        for (var name : named) {
            Files.write(folder.resolve(name), jpeg);
        }
        Files.writeString(folder.resolve("list.csv"), "name;photo");
        Files.write(folder.resolve(".thumbnail"), jpeg);
        assertThat(PictureFiles.expand(List.of(folder)))
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactlyInAnyOrderElementsOf(named);
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

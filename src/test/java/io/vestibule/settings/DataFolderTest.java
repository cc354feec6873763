package io.vestibule.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vestibule.base.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void aNewFolderIsReadableOnlyByItsOwner() throws IOException {
        try (DataFolder folder = DataFolder.open(temp.resolve("a/b"))) {
            assertThat(mode(folder.path())).isEqualTo("rwx------");
            assertThat(mode(temp.resolve("a"))).isEqualTo("rwx------");
            assertThat(folder.problems()).isEmpty();
        }
    }

    @Test
    void anOwnFolderThatOthersCanReadIsRestrictedAndReported() throws IOException {
        Path path = temp.resolve("data");
        DataFolder.open(path).close();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(mode(path)).isEqualTo("rwx------");
            assertThat(folder.problems()).containsExactly(Problem.of("settings.was-open"));
        }
    }

    @Test
    void aFolderWithOtherFilesIsRefusedAndNotChanged() throws IOException {
        Path path = Files.createDirectory(temp.resolve("home"));
        Files.writeString(path.resolve("letter.txt"), "Dear");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertRefused(path, new SettingsFailure.NotPrivate());
        assertThat(mode(path)).isEqualTo("rwxr-xr-x");
        assertThat(path.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertRefused(file, new SettingsFailure.NotAFolder());
        assertRefused(file.resolve("below"), new SettingsFailure.NotAFolder());
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        assertRefused(Path.of("/proc/vestibule"), new SettingsFailure.NotWritable());
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        Path path = temp.resolve("data");
        try (DataFolder folder = DataFolder.open(path)) {
            Process second = HoldFolder.start(folder.path());
            try (BufferedReader out = second.inputReader()) {
                assertThat(out.readLine()).isEqualTo("settings.data-in-use");
            }
            assertThat(second.waitFor()).isZero();
        }
    }

    @Test
    void theLockIsReleasedWhenTheOtherProcessIsKilled() throws Exception {
        Path path = temp.resolve("data");
        Process first = HoldFolder.start(path);
        try (BufferedReader out = first.inputReader()) {
            assertThat(out.readLine()).startsWith("open");
            assertRefused(path, new SettingsFailure.DataInUse());
        } finally {
            first.destroyForcibly();
        }
        first.waitFor();

        DataFolder.open(path).close();
    }

    @Test
    void openingTwiceInOneProcessIsRefusedUntilTheFirstCloses() {
        Path path = temp.resolve("data");
        DataFolder first = DataFolder.open(path);
        assertRefused(path, new SettingsFailure.DataInUse());
        // The failed attempt must not have released the first one's lock.
        assertRefused(path, new SettingsFailure.DataInUse());

        first.close();

        DataFolder.open(path).close();
    }

    @Test
    void aFullDiskIsDistinguishedFromAReadOnlyOne() {
        assertThat(SettingsFailure.of(new FileSystemException("f", null, "No space left on device")))
                .isEqualTo(new SettingsFailure.DiskFull());
        assertThat(SettingsFailure.of(new IOException("There is not enough space on the disk")))
                .isEqualTo(new SettingsFailure.DiskFull());
        assertThat(SettingsFailure.of(new IOException("Permission denied")))
                .isEqualTo(new SettingsFailure.NotWritable());
    }

    @Test
    void theDefaultFolderFollowsEachSystem() {
        Path home = Path.of("/home/anna");

        assertThat(DataFolder.defaultPath("Linux", Map.of(), home)).isEqualTo(home.resolve(".local/share/vestibule"));
        assertThat(DataFolder.defaultPath("Linux", Map.of("XDG_DATA_HOME", "/data"), home))
                .isEqualTo(Path.of("/data/vestibule"));
        assertThat(DataFolder.defaultPath("Linux", Map.of("XDG_DATA_HOME", "relative"), home))
                .isEqualTo(home.resolve(".local/share/vestibule"));
        assertThat(DataFolder.defaultPath("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/Vestibule"));
        assertThat(DataFolder.defaultPath("Windows 11", Map.of("LOCALAPPDATA", "/local"), home))
                .isEqualTo(Path.of("/local/Vestibule"));
        assertThat(DataFolder.defaultPath("Windows 11", Map.of(), home))
                .isEqualTo(home.resolve("AppData/Local/Vestibule"));
        assertThat(MachineFolder.defaultPath("Linux", Map.of())).isEqualTo(Path.of("/etc/vestibule"));
        assertThat(MachineFolder.defaultPath("Mac OS X", Map.of()))
                .isEqualTo(Path.of("/Library/Application Support/Vestibule"));
        assertThat(MachineFolder.defaultPath("Windows 11", Map.of("ProgramData", "/all")))
                .isEqualTo(Path.of("/all/Vestibule"));
    }

    private static void assertRefused(Path path, SettingsFailure failure) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> DataFolder.open(path).close())
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

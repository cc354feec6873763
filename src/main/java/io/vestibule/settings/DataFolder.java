package io.vestibule.settings;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder that contains all data of one user: accessible only to its owner, open in one process at a time.
///
/// The operating system releases the lock when the process ends, in whatever way.
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "vestibule.lock";

    private final Path path;
    private final FileChannel channel;
    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    private DataFolder(Path path, FileChannel channel, List<Problem> problems) {
        this.path = path;
        this.channel = channel;
        this.problems.addAll(problems);
    }

    /// `$XDG_DATA_HOME/vestibule` or `~/.local/share/vestibule`, `%LOCALAPPDATA%\Vestibule`, or
    /// `~/Library/Application Support/Vestibule`.
    public static Path defaultPath() {
        return defaultPath(
                System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static Path defaultPath(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null || local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("Vestibule");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Vestibule");
        }
        String data = environment.get("XDG_DATA_HOME");
        // The XDG base directory specification says that a relative path must be ignored.
        boolean usable = data != null && data.startsWith("/");
        return (usable ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("vestibule");
    }

    /// Creates the folder if it is missing, restricts it to its owner, and takes its lock.
    ///
    /// @throws SettingsException if it is in use, not a folder, accessible to others, or not writable
    public static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            OwnerOnlyFiles.createFolder(folder);
            boolean corrected = restrictToOwner(folder);
            FileChannel channel = lock(folder);
            return new DataFolder(folder, channel, corrected ? List.of(Problem.of("settings.was-open")) : List.of());
        } catch (FileAlreadyExistsException e) {
            throw new SettingsException(new SettingsFailure.NotAFolder(), e);
        } catch (IOException e) {
            throw new SettingsException(
                    notAFolder(folder) ? new SettingsFailure.NotAFolder() : SettingsFailure.of(e), e);
        }
    }

    public Path path() {
        return path;
    }

    /// Problems that were found and fixed while opening, and are not acknowledged.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// Removes a problem that somebody has read.
    public void acknowledge(Problem problem) {
        problems.remove(problem);
    }

    /// Whether there is a database in it, so that a missing key must not be replaced by a new one.
    boolean holdsData() {
        try (Stream<Path> files = Files.walk(path, 3)) {
            return files.anyMatch(file -> file.toString().endsWith(".mv.db"));
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    /// Restricts a folder of this program, or an empty one, that is accessible to others, and refuses one that
    /// contains other files: to restrict a home or shared folder that was named by mistake would do more harm.
    private static boolean restrictToOwner(Path folder) throws IOException {
        if (OwnerOnlyFiles.isPrivate(folder)) {
            return false;
        }
        if (!Files.exists(folder.resolve(LOCK)) && !isEmpty(folder)) {
            throw new SettingsException(new SettingsFailure.NotPrivate());
        }
        try {
            OwnerOnlyFiles.restrictToOwner(folder);
        } catch (IOException e) {
            throw new SettingsException(new SettingsFailure.NotPrivate(), e);
        }
        return true;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new SettingsException(new SettingsFailure.DataInUse());
        }
        OwnerOnlyFiles.restrictToOwner(folder.resolve(LOCK));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static boolean notAFolder(Path folder) {
        for (Path part = folder; part != null; part = part.getParent()) {
            if (Files.exists(part)) {
                return !Files.isDirectory(part);
            }
        }
        return false;
    }
}

package io.vestibule.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// Path scheme for a file that H2 opens as a [UninterruptibleFile]: `jdbc:h2:steady:` and the path. Public because H2
/// creates instances by reflection.
public final class UninterruptiblePath extends FilePathWrapper {

    static final String SCHEME = "steady";

    /// By path. H2 creates the instances of this class, so that nothing can be passed to them.
    private static final Map<String, Registration> WATCHED = new ConcurrentHashMap<>();

    /// Until it is closed, a [FileWatch] is told what H2 does with a file.
    static final class Registration implements AutoCloseable {

        private final String name;
        private final FileWatch watch;
        private final Set<UninterruptibleFile> open = ConcurrentHashMap.newKeySet();

        private Registration(String name, FileWatch watch) {
            this.name = name;
            this.watch = watch;
        }

        private UninterruptibleFile open(String mode) throws IOException {
            open.removeIf(file -> !file.isOpen());
            var file = new UninterruptibleFile(name, watch.isReadOnly() ? "r" : mode, watch);
            open.add(file);
            return file;
        }

        /// H2 leaves the file open and locked if it fails to open a database.
        @Override
        public void close() {
            WATCHED.remove(name, this);
            for (var file : open) {
                try {
                    file.close();
                } catch (IOException _) {
                    // The end of the process closes it.
                }
            }
        }
    }

    static void register() {
        FilePath.register(new UninterruptiblePath());
    }

    /// Tells `watch` of what H2 does with a file, until the result is closed.
    static Registration watch(Path file, FileWatch watch) {
        register();
        var name = file.toAbsolutePath().toString();
        var registration = new Registration(name, watch);
        WATCHED.put(name, registration);
        return registration;
    }

    /// Lets nothing be written to a file, until the result is closed.
    static Registration readOnly(Path file) {
        return watch(file, FileWatch.READ_ONLY);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        @Nullable Registration registration = WATCHED.get(getBase().toString());
        return registration == null
                ? new UninterruptibleFile(getBase().toString(), mode, FileWatch.NONE)
                : registration.open(mode);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}

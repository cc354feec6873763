package io.vestibule.local;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.PhotoBucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A bucket that is a folder on this computer. Each photo is one file that is readable by its owner only, encrypted
/// with AES-256-GCM and bound to its key, and written atomically even on a power failure.
///
/// A key consists of letters, digits and `. _ -` in parts separated by `/`, none of which starts with a dot; so it
/// cannot point outside the folder. [#put] rejects any other key, and the other methods treat it as absent.
///
/// Thread-safe; used by one process at a time (the lock of the data folder ensures that).
public final class DirectoryBucket implements PhotoBucket {

    private static final Pattern KEY =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*+(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*+)*+");

    /// Suffix that keeps files apart from folders: `a` and `a/b` can both be keys.
    private static final String SEALED = ".sealed";

    private static final int LONGEST_KEY = 512;

    private final String name;
    private final Path root;
    private final AtomicFiles files;
    private final FileCipher cipher;

    /// Creates the folder if necessary and deletes unfinished files that a crash left behind.
    ///
    /// @param key 32 bytes
    /// @throws CloudException `cloud.disk` if the folder cannot be created or read
    public DirectoryBucket(Path folder, String name, byte[] key) {
        this.name = name;
        this.root = folder.toAbsolutePath().normalize();
        this.cipher = new FileCipher(key);
        try {
            this.files = new AtomicFiles(root);
        } catch (IOException | UncheckedIOException e) {
            throw new CloudException(new CloudFailure.DiskError(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void put(String key, byte[] bytes) {
        if (!valid(key)) {
            throw new CloudException(new CloudFailure.Refused("PutObject", "InvalidKey"));
        }
        try {
            files.write(file(key), cipher.encrypt(key, bytes));
        } catch (IOException e) {
            throw new CloudException(new CloudFailure.DiskError(), e);
        }
    }

    /// A file that was damaged, swapped or encrypted with another key is reported as `cloud.disk`, not as
    /// absent; so is every file while the folder is gone.
    @Override
    public Optional<byte[]> get(String key) {
        if (!valid(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher.decrypt(key, Files.readAllBytes(file(key))));
        } catch (NoSuchFileException e) {
            if (!Files.isDirectory(root)) {
                throw new CloudException(new CloudFailure.DiskError(), e);
            }
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw new CloudException(new CloudFailure.DiskError(), e);
        }
    }

    @Override
    public void delete(String key) {
        if (!valid(key)) {
            return;
        }
        try {
            files.delete(file(key));
        } catch (IOException e) {
            throw new CloudException(new CloudFailure.DiskError(), e);
        }
    }

    @Override
    public void readKeys(String prefix, Consumer<String> keys) {
        try (var all = Files.walk(root)) {
            all.filter(path -> path.toString().endsWith(SEALED) && Files.isRegularFile(path))
                    .map(this::key)
                    .filter(key -> key.startsWith(prefix))
                    .forEach(keys);
        } catch (IOException | UncheckedIOException e) {
            throw new CloudException(new CloudFailure.DiskError(), e);
        }
    }

    private static boolean valid(String key) {
        return key.length() <= LONGEST_KEY && KEY.matcher(key).matches() && !key.contains(SEALED + "/");
    }

    private Path file(String key) {
        return root.resolve(key + SEALED);
    }

    private String key(Path file) {
        var relative =
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return relative.substring(0, relative.length() - SEALED.length());
    }
}

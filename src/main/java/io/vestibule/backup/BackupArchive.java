package io.vestibule.backup;

import io.vestibule.base.Problem;
import io.vestibule.store.StoreException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The bytes of a backup: a [BackupHeader], and a ZIP file encrypted by [BackupCipher].
final class BackupArchive {

    static final String MASTER = "master";

    private static final Pattern ENTRY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*+(?:/[A-Za-z0-9._-]++)*+");

    /// Listener that receives every entry of a backup while it is read.
    interface Entries {
        void entry(String name, InputStream bytes) throws IOException;
    }

    /// Progress listener: receives the number of bytes that were read or written.
    interface Meter {
        void bytes(long count);
    }

    private BackupArchive() {}

    /// @param files by the name of their entry; those that are gone meanwhile are left out
    static void write(
            OutputStream target,
            BackupKey key,
            BackupManifest manifest,
            byte[] master,
            Map<String, Path> files,
            Meter meter)
            throws IOException {
        var own = BackupKey.random();
        var header = new BackupHeader(
                        manifest.moment(), key.wrap(own, manifest.moment().toString()))
                .bytes();
        target.write(header);
        var encrypted = new BackupCipher(own, digest(header)).encrypt(target);
        // The entries are encrypted or already small.
        var zip = new ZipOutputStream(encrypted);
        zip.setLevel(Deflater.BEST_SPEED);
        add(zip, BackupManifest.ENTRY, manifest.bytes());
        add(zip, MASTER, master);
        for (var file : files.entrySet()) {
            add(zip, file.getKey(), file.getValue(), meter);
        }
        zip.finish();
        encrypted.close();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new java.util.zip.ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, String name, Path file, Meter meter) throws IOException {
        try (var source = Files.newInputStream(file)) {
            zip.putNextEntry(new java.util.zip.ZipEntry(name));
            metered(source, meter).transferTo(zip);
            zip.closeEntry();
        } catch (java.nio.file.NoSuchFileException _) {
            // Erased since the list was made.
        }
    }

    /// Reads all of a backup.
    ///
    /// @param entries receives every entry in order, without the first, which is the manifest
    /// @throws StoreException `store.backup-damaged`, `store.backup-wrong-key`, `store.backup-newer`
    static BackupManifest read(Path file, BackupKey key, Entries entries, Meter meter) throws IOException {
        try (var source = new BufferedInputStream(metered(Files.newInputStream(file), meter))) {
            var header = BackupHeader.read(source);
            return read(decrypt(source, header, key), entries);
        } catch (BackupCipher.NotGenuine | ZipException | EOFException | IllegalArgumentException e) {
            throw new StoreException(Problem.of("store.backup-damaged"), e);
        }
    }

    private static BackupManifest read(InputStream decrypted, Entries entries) throws IOException {
        var zip = new ZipInputStream(decrypted);
        var manifest = manifest(zip);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!ENTRY.matcher(entry.getName()).matches() || entry.getName().contains("/.")) {
                throw new ZipException("Not a name of an entry");
            }
            entries.entry(entry.getName(), zip);
        }
        // The last block tells that nothing is missing.
        decrypted.transferTo(OutputStream.nullOutputStream());
        return manifest;
    }

    /// Only what it contains: reads the first block.
    ///
    /// @throws StoreException as [#read]
    static BackupManifest readManifest(Path file, BackupKey key) throws IOException {
        try (var source = new BufferedInputStream(Files.newInputStream(file))) {
            var header = BackupHeader.read(source);
            return manifest(new ZipInputStream(decrypt(source, header, key)));
        } catch (BackupCipher.NotGenuine | ZipException | EOFException | IllegalArgumentException e) {
            throw new StoreException(Problem.of("store.backup-damaged"), e);
        }
    }

    private static InputStream decrypt(InputStream source, BackupHeader header, BackupKey key) {
        var own = key.unwrap(header.slots(), header.moment().toString())
                .orElseThrow(() -> new StoreException(Problem.of("store.backup-wrong-key")));
        return new BackupCipher(own, digest(header.bytes())).decrypt(source);
    }

    private static BackupManifest manifest(ZipInputStream zip) throws IOException {
        var first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupManifest.ENTRY)) {
            throw new ZipException("No manifest");
        }
        return BackupManifest.of(zip.readAllBytes());
    }

    static Map<String, Path> filesBelow(Path folder, String name) throws IOException {
        var found = new LinkedHashMap<String, Path>();
        var root = folder.resolve(name);
        if (Files.isDirectory(root)) {
            try (var files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".tmp"))
                        .sorted()
                        .forEach(file -> found.put(
                                folder.relativize(file)
                                        .toString()
                                        .replace(file.getFileSystem().getSeparator(), "/"),
                                file));
            }
        }
        return found;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static InputStream metered(InputStream source, Meter meter) {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                meter.bytes(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                meter.bytes(Math.max(0, count));
                return count;
            }
        };
    }
}

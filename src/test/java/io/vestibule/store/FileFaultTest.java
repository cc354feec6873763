package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.store.FileFault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged, cut, swapped, emptied and missing files: each has its problem, and a failed start changes no byte.
class FileFaultTest {

    private static final char[] KEY = "correct-key".toCharArray();
    private static final int PEOPLE = 40;

    @TempDir
    Path folder;

    private Path database;
    private Path file;

    @BeforeEach
    void fill() {
        database = folder.resolve("records");
        file = folder.resolve("records.mv.db");
        try (var open = open()) {
            for (int i = 0; i < PEOPLE; i++) {
                add(open, i);
            }
        }
    }

    private Database open() {
        return Database.open(database, KEY, "db/sample-1");
    }

    private static void add(Database open, int id) {
        open.transaction(() -> open.with(
                handle -> handle.execute("insert into note (id, words) values (?, ?)", id, "word ".repeat(20))));
    }

    private static int count(Database open) {
        return open.with(handle -> handle.createQuery("select count(*) from note")
                .mapTo(Integer.class)
                .one());
    }

    /// Opens the database as the program does, which must fail, and leave everything as it is.
    private void assertRefused(Kind kind) throws IOException {
        var before = Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.<byte[]>empty();
        var header = Files.readAllBytes(HeaderFile.header(database));
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(kind.code()));
        assertThat(Files.exists(file)).isEqualTo(before.isPresent());
        if (before.isPresent()) {
            assertThat(Arrays.equals(Files.readAllBytes(file), before.get()))
                    .as("unchanged bytes")
                    .isTrue();
        }
        assertThat(Files.readAllBytes(HeaderFile.header(database))).isEqualTo(header);
        assertThat(DatabaseFiles.examine(database, KEY, () -> false))
                .map(FileFault::kind)
                .contains(kind);
    }

    private void crash(int more) throws IOException {
        var copy = folder.resolve("crashed");
        try (var open = open()) {
            for (int i = 0; i < more; i++) {
                add(open, PEOPLE + i);
            }
            Files.copy(file, copy);
            Files.copy(HeaderFile.header(database), folder.resolve("crashed.header"));
        }
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("crashed.header"), HeaderFile.header(database), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void anUntouchedFileOpens() {
        for (int i = 0; i < 3; i++) {
            try (var open = open()) {
                assertThat(count(open)).isEqualTo(PEOPLE);
                assertThat(open.verifyBlocks(0, Integer.MAX_VALUE / 2)).isEqualTo(-1);
                assertThat(open.isDamaged()).isFalse();
            }
        }
    }

    @Test
    void aFileThatWasOnlyCopiedOpens() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        try (var open = open()) {
            assertThat(count(open)).isEqualTo(PEOPLE);
        }
    }

    @Test
    void aFlippedBitAnywhereIsDamage() throws IOException {
        var whole = Files.readAllBytes(file);
        var random = new Random(7);
        for (int i = 0; i < 25; i++) {
            var bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            assertRefused(Kind.DAMAGED);
        }
        Files.write(file, whole);
        try (var open = open()) {
            assertThat(count(open)).isEqualTo(PEOPLE);
        }
    }

    /// As a failing disk does it: nothing tells that the file was touched.
    @Test
    void aBitThatRotsSilentlyIsFoundWhenItIsReadOrByTheCheckInTheBackground() throws IOException {
        var whole = Files.readAllBytes(file);
        var header = Files.readAllBytes(HeaderFile.header(database));
        var tags = Files.readAllBytes(HeaderFile.tags(database));
        var time = Files.getLastModifiedTime(file);
        var random = new Random(8);
        for (int i = 0; i < 30; i++) {
            var bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, time);
            Files.write(HeaderFile.header(database), header);
            Files.write(HeaderFile.tags(database), tags);
            boolean found;
            try (var open = open()) {
                assertThat(open.verifyBlocks(0, Integer.MAX_VALUE / 2)).isEqualTo(-1);
                found = open.isDamaged();
                if (!found) {
                    assertThat(count(open)).isEqualTo(PEOPLE); // the block was written anew meanwhile
                }
            } catch (StoreException e) {
                assertThat(e.problem().code()).isEqualTo("store.damaged");
                assertThat(Arrays.equals(Files.readAllBytes(file), bytes))
                        .as("unchanged bytes")
                        .isTrue();
                found = true;
            }
            // When H2 closes a file, it may write the block anew.
            if (found && sameBlock(bytes, Files.readAllBytes(file), at)) {
                Files.setLastModifiedTime(file, time);
                assertRefused(Kind.DAMAGED);
            }
        }
    }

    private static boolean sameBlock(byte[] one, byte[] other, int at) {
        int from = at / 4096 * 4096;
        int to = Math.min(from + 4096, Math.min(one.length, other.length));
        return from < to && Arrays.equals(one, from, to, other, from, to);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.9, 0.5, 0.2, 0.1})
    void aCutFileIsTruncated(double part) throws IOException {
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, Math.max(4096, (int) (whole.length * part) / 4096 * 4096)));
        assertRefused(Kind.TRUNCATED);
    }

    @Test
    void aFileThatIsZeroFromTheMiddleOnIsDamaged() throws IOException {
        var whole = Files.readAllBytes(file);
        Arrays.fill(whole, 8192, whole.length, (byte) 0);
        Files.write(file, whole);
        assertRefused(Kind.DAMAGED);
    }

    @Test
    void anEmptyOrMissingFileIsMissing() throws IOException {
        Files.write(file, new byte[0]);
        assertRefused(Kind.MISSING);
        Files.delete(file);
        assertRefused(Kind.MISSING);
    }

    @Test
    void aMissingFileOfWhichOthersKnowIsMissingEvenWithoutItsHeader() throws IOException {
        Files.delete(file);
        Files.delete(HeaderFile.header(database));
        assertThatThrownBy(() -> Database.open(database, KEY, "db/sample-1", () -> true))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("store.missing"));
        assertThat(file).doesNotExist();
        try (var open = open()) {
            assertThat(count(open)).isZero();
        }
    }

    @Test
    void anOlderCopyIsRolledBack() throws IOException {
        var older = Files.readAllBytes(file);
        try (var open = open()) {
            add(open, PEOPLE);
        }
        Files.write(file, older);
        assertRefused(Kind.ROLLED_BACK);
        var fault = DatabaseFiles.examine(database, KEY, () -> false).orElseThrow();
        assertThat(fault.last()).isPresent();
        assertThat(fault.found()).isPresent();
    }

    @Test
    void anOlderCopyAfterACrashIsRolledBack() throws IOException {
        var older = Files.readAllBytes(file);
        crash(1);
        Files.write(file, older);
        assertRefused(Kind.ROLLED_BACK);
    }

    @Test
    void afterACrashTheFileOpens() throws IOException {
        crash(5);
        try (var open = open()) {
            assertThat(count(open)).isEqualTo(PEOPLE + 5);
        }
    }

    @Test
    void afterACrashInTheMiddleOfTransactionsTheFileOpens() throws IOException {
        var copy = folder.resolve("crashed");
        var header = folder.resolve("crashed.header");
        try (var open = open()) {
            open.transaction(() -> {
                for (int i = 0; i < 2_000; i++) {
                    int id = PEOPLE + i;
                    open.with(handle ->
                            handle.execute("insert into note (id, words) values (?, ?)", id, "x".repeat(100)));
                }
                CompletableFuture.runAsync(() -> add(open, PEOPLE + 5_000)).join();
                try {
                    Files.copy(file, copy);
                    Files.copy(HeaderFile.header(database), header);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(header, HeaderFile.header(database), StandardCopyOption.REPLACE_EXISTING);
        try (var open = open()) {
            assertThat(count(open)).isEqualTo(PEOPLE + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.5, 0.2})
    void afterACrashACutFileIsNoticed(double part) throws IOException {
        crash(5);
        var known = new HeaderFile(database, new FileKeys(KEY)).read().header().orElseThrow();
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, Math.max(4096, (int) (known.length() * part) / 4096 * 4096)));
        var before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isIn("store.truncated", "store.rolled-back"));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anotherKeyIsAWrongKeyAndABrokenFirstBlockIsNot() throws IOException {
        var other = "other-key".toCharArray();
        var before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Database.open(database, other, "db/sample-1"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("store.wrong-key"));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        before[10] ^= 1;
        Files.write(file, before);
        assertRefused(Kind.DAMAGED);
        crashHeader();
        assertRefused(Kind.DAMAGED);
    }

    /// The header as it is while the database is open.
    private void crashHeader() throws IOException {
        var beside = new HeaderFile(database, new FileKeys(KEY));
        beside.write(beside.read().header().orElseThrow().inUse());
    }

    @Test
    void aHeaderThatWasChangedIsNotTrusted() throws IOException {
        var header = HeaderFile.header(database);
        Files.writeString(header, Files.readString(header).replaceFirst("counter=\\d+", "counter=99"));
        try (var open = open()) {
            assertThat(count(open)).isEqualTo(PEOPLE);
        }
        assertThat(DatabaseFiles.examine(database, KEY, () -> false)).isEmpty();
    }

    @Test
    void aFileOfAVersionWithoutHeaderIsAdopted() throws IOException {
        Files.delete(HeaderFile.header(database));
        Files.delete(HeaderFile.tags(database));
        try (var open = open()) {
            assertThat(count(open)).isEqualTo(PEOPLE);
        }
        assertThat(HeaderFile.header(database)).exists();
        assertThat(HeaderFile.tags(database)).exists();
    }
}

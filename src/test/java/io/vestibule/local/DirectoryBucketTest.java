package io.vestibule.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryBucketTest {

    private static final String PHOTO = "ab/cd/3f2504e0.jpg";
    private static final byte[] BYTES = "the pixels of a face".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private DirectoryBucket open() {
        var key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return new DirectoryBucket(home.resolve("photos"), "photos", key);
    }

    @Test
    void keepsPhotosOverARestart() {
        open().put(PHOTO, BYTES);
        assertThat(open().get(PHOTO))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(BYTES));
    }

    @Test
    void knowsNothingOfAKeyThatWasNeverPut() {
        assertThat(open().get(PHOTO)).isEmpty();
    }

    @Test
    void acceptsTheSameKeyAgainAndKeepsTheNewestBytes() {
        var bucket = open();
        bucket.put(PHOTO, new byte[] {1});
        bucket.put(PHOTO, BYTES);
        bucket.put(PHOTO, BYTES);
        assertThat(bucket.get(PHOTO))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(BYTES));
        assertThat(bucket.keys("")).containsExactly(PHOTO);
    }

    @Test
    void deletesAndTreatsDeletingAnAbsentKeyAsSuccess() {
        var bucket = open();
        bucket.put(PHOTO, BYTES);
        bucket.delete(PHOTO);
        bucket.delete(PHOTO);
        assertThat(bucket.get(PHOTO)).isEmpty();
        assertThat(bucket.keys("")).isEmpty();
    }

    @Test
    void listsKeysByPrefixInOrder() {
        var bucket = open();
        for (var key : new String[] {"b/2", "a/1", "a", "ab/1", "a/1/x"}) {
            bucket.put(key, BYTES);
        }
        assertThat(bucket.keys("")).containsExactly("a", "a/1", "a/1/x", "ab/1", "b/2");
        assertThat(bucket.keys("a/")).containsExactly("a/1", "a/1/x");
    }

    @Test
    void leavesNothingReadableOnDiskAndNoFileToOthers() throws IOException {
        open().put(PHOTO, BYTES);
        try (var all = Files.walk(home.resolve("photos"))) {
            for (var path : all.toList()) {
                var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertThat(permissions).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
                if (Files.isRegularFile(path)) {
                    assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
                            .doesNotContain("face");
                }
            }
        }
    }

    @Test
    void detectsAFileThatWasSwappedForAnother() throws IOException {
        var bucket = open();
        bucket.put("a/1", BYTES);
        bucket.put("a/2", BYTES);
        var folder = home.resolve("photos/a");
        Files.copy(folder.resolve("1.sealed"), folder.resolve("2.sealed"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> bucket.get("a/2")).satisfies(DirectoryBucketTest::isDisk);
    }

    @Test
    void detectsAChangedByteAndAnEmptyFile() throws IOException {
        var bucket = open();
        bucket.put("a", BYTES);
        var file = home.resolve("photos/a.sealed");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> bucket.get("a")).satisfies(DirectoryBucketTest::isDisk);
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> bucket.get("a")).satisfies(DirectoryBucketTest::isDisk);
    }

    @Test
    void detectsAnotherKey() {
        open().put(PHOTO, BYTES);
        var stranger = new DirectoryBucket(home.resolve("photos"), "photos", new byte[32]);
        assertThatThrownBy(() -> stranger.get(PHOTO)).satisfies(DirectoryBucketTest::isDisk);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "a/../../secret", "/etc/passwd", "", "a//b", "a/", ".hidden", "a\\b", "a\0b", "ä"})
    void rejectsKeysThatCouldPointOutsideItsFolder(String key) throws IOException {
        Files.writeString(home.resolve("secret.sealed"), "x");
        var bucket = open();
        assertThatThrownBy(() -> bucket.put(key, BYTES))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        e -> assertThat(e.failure()).isEqualTo(new CloudFailure.Refused("PutObject", "InvalidKey")));
        assertThat(bucket.get(key)).isEmpty();
        bucket.delete(key);
        assertThat(home.resolve("secret.sealed")).exists();
    }

    @Test
    void deletesUnfinishedFilesAfterACrash() throws IOException {
        open().put(PHOTO, BYTES);
        var leftover = home.resolve("photos/ab/cd/0000.tmp");
        Files.write(leftover, BYTES);
        assertThat(open().keys("")).containsExactly(PHOTO);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void reportsADiskThatCannotBeWritten() throws IOException {
        var bucket = open();
        Files.writeString(home.resolve("photos/ab"), "a file where a folder should be");
        assertThatThrownBy(() -> bucket.put(PHOTO, BYTES)).satisfies(DirectoryBucketTest::isDisk);
        assertThatThrownBy(() -> new DirectoryBucket(home.resolve("photos/ab"), "photos", new byte[32]))
                .satisfies(DirectoryBucketTest::isDisk);
    }

    @Test
    void acceptsPutsFromManyThreads() throws Exception {
        var bucket = open();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, 100)
                    .mapToObj(i -> Executors.callable(() -> {
                        var key = "k/" + i % 20;
                        bucket.put(key, key.getBytes(StandardCharsets.UTF_8));
                    }));
            for (var put : threads.invokeAll(puts.toList())) {
                put.get();
            }
        }
        assertThat(bucket.keys("k/"))
                .hasSize(20)
                .allSatisfy(key -> assertThat(bucket.get(key))
                        .hasValueSatisfying(read -> assertThat(new String(read, StandardCharsets.UTF_8))
                                .isEqualTo(key)));
    }

    private static void isDisk(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.failure()).isEqualTo(new CloudFailure.DiskError()));
    }
}

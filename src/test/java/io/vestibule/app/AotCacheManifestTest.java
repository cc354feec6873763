package io.vestibule.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheManifestTest {

    private static final Instant PACKED = Instant.parse("2026-11-21T00:00:00Z");

    @TempDir
    private Path folder;

    private Path jar;
    private Path manifest;

    @BeforeEach
    void pack() throws IOException {
        jar = Files.writeString(folder.resolve("a part.jar"), "classes");
        Files.setLastModifiedTime(jar, FileTime.from(PACKED));
        var sum = new CRC32();
        sum.update(Files.readAllBytes(jar));
        manifest = Files.writeString(
                folder.resolve("vestibule.parts"),
                Files.size(jar) + " " + PACKED.getEpochSecond() + " " + sum.getValue() + " a part.jar\n");
    }

    @Test
    void theCacheIsUsedWithTheJarsThatItWasCreatedFrom() {
        assertThat(AotCacheManifest.isStale(manifest)).isFalse();
    }

    @Test
    void anInstallerThatSetsItsOwnTimesChangesNothing() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(PACKED.plusSeconds(7_200)));
        assertThat(AotCacheManifest.isStale(manifest)).isFalse();
    }

    @Test
    void anotherJarOfTheSameSizeIsNoticed() throws IOException {
        Files.writeString(jar, "CLASSES");
        assertThat(AotCacheManifest.isStale(manifest)).isTrue();
    }

    @Test
    void anotherSizeIsNoticedWhateverTheTime() throws IOException {
        Files.writeString(jar, "more classes");
        Files.setLastModifiedTime(jar, FileTime.from(PACKED));
        assertThat(AotCacheManifest.isStale(manifest)).isTrue();
    }

    @Test
    void aMissingJarOrManifestIsNoticed() throws IOException {
        Files.delete(jar);
        assertThat(AotCacheManifest.isStale(manifest)).isTrue();
        assertThat(AotCacheManifest.isStale(folder.resolve("none"))).isTrue();
    }
}

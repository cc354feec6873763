package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.support.LogFiles;
import io.vestibule.support.LogLevel;
import io.vestibule.vms.VmsConnectionSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {

    @TempDir
    private Path folder;

    @AfterEach
    void quiet() {
        LogFiles.setLevel(LogLevel.WARNINGS);
    }

    @Test
    void theSupportBundleOfARealDayContainsNoNames() throws Exception {
        var data = folder.resolve("data");
        try (var application = TestApplication.furnished(data);
                var _ = LogFiles.start(data, Instant.parse("2026-05-17T09:30:00Z"), LogLevel.MORE)) {
            var who = TestApplication.visitor(application, "Ana Kovac");
            application
                    .enrol()
                    .enrol()
                    .save(who, TestApplication.photos(application, 0), new DuplicateDecision.SearchDeferred());
            application.storage().settings().set(VmsConnectionSettings.ADDRESS, "https://kovac.example.com");
            var bundle = SupportAdapter.support(application).bundle().call();

            var files = unpacked(bundle);
            assertThat(files.keySet())
                    .contains("versions.txt", "settings.txt", "counts.txt")
                    .anyMatch(name -> name.startsWith("logs/vestibule-"));
            assertThat(files.get("counts.txt")).contains("people: 1");
            assertThat(files.get("settings.txt")).contains("vms.address: set");
            assertThat(files.values())
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContainIgnoringCase("kovac")
                            .doesNotContain("Acme")
                            .doesNotContain("Alex")
                            .doesNotContain(System.getProperty("user.home") + "/")
                            .doesNotContain(".jpg"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
                    .isEqualTo("rw-------");
        }
    }

    private static Map<String, String> unpacked(Path bundle) throws Exception {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

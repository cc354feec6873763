package io.vestibule.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.doctor.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every action that is written into the audit log can be searched for and has words on the screen.
class AuditActionTest {

    private static final Path SOURCES = Path.of("src/main/java/io/vestibule");

    /// From the call to the end of the statement.
    private static final Pattern APPENDED =
            Pattern.compile("\\blog\\(\\)\\s*\\.append\\(([^;]{1,300});|\\blog\\.append\\(([^;]{1,300});");

    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[a-z-]+)\"");

    @Test
    void everyActionThatIsLoggedIsKnown() throws IOException {
        var logged = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var call = APPENDED.matcher(Files.readString(file));
                while (call.find()) {
                    var code = CODE.matcher(call.group());
                    while (code.find()) {
                        logged.add(code.group(1));
                    }
                }
            }
        }
        assertThat(logged).contains("person.enrolled", "rule.paused", "import.started");
        assertThat(Arrays.stream(AuditAction.values()).map(AuditAction::code)).containsAll(logged);
    }

    @Test
    void everythingThatBecomesOfARemedyIsKnown() {
        for (var remedy : Remedy.values()) {
            for (var outcome : List.of("ordered", "settled", "left")) {
                assertThat(AuditAction.of(remedy.key() + "." + outcome)).isPresent();
            }
        }
    }
}

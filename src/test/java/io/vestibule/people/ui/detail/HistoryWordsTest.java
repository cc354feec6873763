package io.vestibule.people.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Everything that the audit log may say about a person or a photo has words in the history.
class HistoryWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/vestibule");
    private static final Pattern ACTION = Pattern.compile("\"((?:person|photo|document)\\.[a-z-]+)\"");

    @Test
    void everyActionOnAPersonHasWords() throws IOException {
        var written = new TreeSet<String>();
        for (var room : new String[] {"enrol", "inspect", "app/desktop"}) {
            try (var files = Files.walk(SOURCES.resolve(room))) {
                for (var file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    var matcher = ACTION.matcher(Files.readString(file));
                    while (matcher.find()) {
                        written.add(matcher.group(1));
                    }
                }
            }
        }
        var known = Files.readString(SOURCES.resolve("people/ui/detail/PersonReader.java"));
        assertThat(written).contains("person.enrolled", "photo.moved");
        assertThat(written).allSatisfy(action -> assertThat(known).contains("case \"" + action + "\""));
    }
}

package io.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Compares the handbook's page of each problem code with the texts of the program, in every language. `mvn test
/// -Dtest=ProblemPagesTest -Dvestibule.write=true` regenerates them. A page without a code fails: once released, a
/// code has to stay documented.
class ProblemPagesTest {

    private static final Path PAGES = Path.of("src/site/markdown/problems");

    @Test
    void everyCodeHasItsPageAsTheProgramSaysIt() throws IOException {
        var pages = pages();
        if (Boolean.getBoolean("vestibule.write")) {
            Files.createDirectories(PAGES);
            for (var page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(written()).isEqualTo(pages);
    }

    private static Map<String, String> written() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), ProblemPagesTest::read, (one, _) -> one, TreeMap::new));
        }
    }

    private static Map<String, String> pages() {
        var english = Bundles.read("").all();
        var german = Bundles.read("de").all();
        var pages = new TreeMap<String, String>();
        var index = new StringBuilder("""
                # Problem codes

                What each code stands for. The window tells the same.

                | code | what happened |
                |---|---|
                """);
        for (var key : new TreeMap<>(english).keySet()) {
            if (key.startsWith("problem.") && key.endsWith(".what")) {
                var code = key.substring("problem.".length(), key.length() - ".what".length());
                pages.put(
                        code + ".md",
                        "# " + code + "\n\n" + words(english, code, "What it means", "What to do") + "\n## Deutsch\n\n"
                                + words(german, code, "Was das bedeutet", "Was zu tun ist"));
                index.append("| [").append(code).append("](").append(code).append(".md) | ");
                index.append(cell(english.get(key))).append(" |\n");
            }
        }
        pages.put("index.md", index.toString());
        return pages;
    }

    private static String words(Map<String, String> words, String code, String means, String advice) {
        var key = "problem." + code;
        return "**" + shown(words.get(key + ".what")) + "**\n\n" + means + ": " + shown(words.get(key + ".means"))
                + "\n\n" + advice + ": " + shown(words.get(key + ".do")) + "\n";
    }

    private static String cell(String words) {
        return shown(words).replace("|", "\\|");
    }

    /// Arguments are shown as an ellipsis: they differ each time.
    private static String shown(String words) {
        return words.replaceAll("\\{\\d+[^{}]*}", "…");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

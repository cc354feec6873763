package io.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compares the documents with the repository: links and images lead to a file, and names in backticks are names that
/// the code has.
///
/// What each document has to follow: a type is written as `package.Type` below `io.vestibule`; in the three user
/// guides, and nowhere else, **bold** text is a label of the screen.
class DocLinksTest {

    /// Folders that hold nothing of ours.
    private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

    /// It names what existed in earlier versions.
    private static final String CHANGELOG = "CHANGELOG.md";

    private static final Set<String> USER_GUIDES = Set.of("reception.md", "managers.md", "administrators.md");

    private static final Pattern FENCE = Pattern.compile("(?ms)^ {0,3}```.*?^ {0,3}```\\s*$|<!--.*?-->");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^()\\s]+)\\)");
    private static final Pattern EXTERNAL = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    /// `journal.run.JournalRunner`, and what may follow: a nested type or a member.
    private static final Pattern TYPE =
            Pattern.compile("(?:io\\.vestibule\\.)?((?:[a-z][a-z0-9]*\\.)+)([A-Z]\\w*)((?:[.#]\\w+)*)(?:\\(.*\\))?");

    /// Two or more humps: `JournalRunner`.
    private static final Pattern CAMEL = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private static final Pattern ROOM_ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|.*\\| ([^|]+) \\|$");

    /// Variables of the environment that libraries read.
    private static final Pattern ENVIRONMENT = Pattern.compile("(?:AWS|HTTPS|NO)_[A-Z_]+");

    private static final RoomPlan PLAN = new RoomPlan();
    private static final Set<String> ROOMS = Set.copyOf(PLAN.rooms());
    private static final List<Path> JAVA = Stream.of(Sources.MAIN, Sources.TEST)
            .flatMap(folder -> Sources.below(folder, ".java").stream())
            .toList();

    @Test
    void everyRelativeLinkLeadsToAFile() {
        assertThat(collect((file, broken) -> LINK.matcher(prose(file))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !EXTERNAL.matcher(target).matches())
                        .filter(target -> !leadsSomewhere(file, target))
                        .forEach(broken)))
                .as("links and images of documents that lead nowhere")
                .isEmpty();
    }

    @Test
    void everyTypeInBackticksExists() {
        assertThat(collect((file, broken) -> codes(file)
                        .filter(code -> TYPE.matcher(code).matches())
                        .filter(code -> ofThisProject(code) && !typeExists(code))
                        .forEach(broken)))
                .as("types and members that the code does not have")
                .isEmpty();
    }

    /// Names without a package may also be those of libraries; all of them are used somewhere in the code.
    @Test
    void everyNameInBackticksOccursInTheCode() {
        Set<String> words = words();
        assertThat(collect((file, broken) -> codes(file)
                        .filter(code -> CAMEL.matcher(code).matches()
                                || CONSTANT.matcher(code).matches())
                        .filter(code -> !words.contains(code)
                                && !ENVIRONMENT.matcher(code).matches())
                        .forEach(broken)))
                .as("names that occur nowhere in the code, the build or its resources")
                .isEmpty();
    }

    @Test
    void everyLabelOfTheUserGuidesIsOnAScreen() {
        Set<String> labels = Bundles.read("").all().values().stream()
                .map(DocLinksTest::asLabel)
                .collect(Collectors.toSet());
        assertThat(collect((file, broken) -> {
                    if (USER_GUIDES.contains(file.getFileName().toString())) {
                        BOLD.matcher(prose(file))
                                .results()
                                .map(label -> label.group(1).replaceAll("\\s+", " "))
                                .filter(label -> !labels.contains(asLabel(label)))
                                .forEach(broken);
                    }
                }))
                .as("labels in bold that no screen shows")
                .isEmpty();
    }

    /// Rooms without a package are planned, and are not in the README yet.
    @Test
    void theReadmeHasTheTableOfRooms() {
        Map<String, Set<String>> table = ROOM_ROW.matcher(String.join("\n", Sources.lines(Path.of("README.md"))))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> cell(row.group(2))));
        Map<String, Set<String>> plan = PLAN.rooms().stream()
                .filter(room ->
                        Files.exists(Sources.MAIN.resolve("io/vestibule").resolve(room)))
                .collect(Collectors.toMap(
                        room -> room,
                        room -> cell(PLAN.row(room).replaceAll("^[^|]*\\|", "").replaceAll("\\(and .*", ""))));
        assertThat(table).as("rooms of the README, and what they may import").isEqualTo(plan);
    }

    private static Set<String> cell(String words) {
        return Set.of(words.strip().split(", ", -1));
    }

    private interface Search {
        void in(Path file, Consumer<String> found);
    }

    private static Map<String, Set<String>> collect(Search search) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (Path file : documents()) {
            search.in(
                    file,
                    found -> all.computeIfAbsent(file.toString(), _ -> new TreeSet<>())
                            .add(found));
        }
        return all;
    }

    private static List<Path> documents() {
        List<Path> documents = new ArrayList<>();
        try {
            Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        documents.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static String withoutFences(Path file) {
        return FENCE.matcher(String.join("\n", Sources.lines(file)) + "\n").replaceAll("");
    }

    private static String prose(Path file) {
        return CODE.matcher(withoutFences(file)).replaceAll("");
    }

    private static Stream<String> codes(Path file) {
        return file.endsWith(CHANGELOG)
                ? Stream.empty()
                : CODE.matcher(withoutFences(file)).results().map(code -> code.group(1));
    }

    private static boolean leadsSomewhere(Path file, String target) {
        String[] halves = target.split("#", 2);
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        Path to = halves[0].isEmpty()
                ? file
                : folder.resolve(URLDecoder.decode(halves[0], StandardCharsets.UTF_8))
                        .normalize();
        return Files.exists(to) && (halves.length == 1 || anchors(to).contains(halves[1]));
    }

    /// As GitHub makes them: lower case, without punctuation, `-` for a space.
    private static Set<String> anchors(Path file) {
        return HEADING.matcher(withoutFences(file))
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static boolean ofThisProject(String code) {
        return code.startsWith(RoomPlan.ROOT + ".") || ROOMS.contains(code.split("\\.", 2)[0]);
    }

    private static boolean typeExists(String code) {
        var parts = TYPE.matcher(code);
        if (!parts.matches()) {
            return false;
        }
        Path inside = Path.of("io/vestibule", parts.group(1).replace('.', '/'), parts.group(2) + ".java");
        return Stream.of(Sources.MAIN, Sources.TEST)
                .map(folder -> folder.resolve(inside))
                .filter(Files::exists)
                .anyMatch(file -> wordsOf(file).containsAll(members(parts.group(3))));
    }

    private static Set<String> members(String behind) {
        return WORD.matcher(behind).results().map(word -> word.group()).collect(Collectors.toSet());
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>(wordsOf(Path.of("pom.xml")));
        Stream.concat(
                        JAVA.stream(),
                        Stream.of("packaging", "src/main/resources")
                                .flatMap(folder -> Sources.below(Path.of(folder), "").stream())
                                .filter(DocLinksTest::text))
                .forEach(file -> words.addAll(wordsOf(file)));
        return words;
    }

    private static boolean text(Path file) {
        return Stream.of(".java", ".sql", ".tsv", ".properties")
                .anyMatch(ending -> file.toString().endsWith(ending));
    }

    private static Set<String> wordsOf(Path file) {
        return Sources.lines(file).stream()
                .flatMap(line -> WORD.matcher(line).results().map(word -> word.group()))
                .collect(Collectors.toSet());
    }

    /// Values that the program puts in count as an ellipsis; an ellipsis or full stop at the end does not count.
    private static String asLabel(String words) {
        return words.replaceAll("\\{\\d+[^{}]*}", "…")
                .replace("''", "’")
                .replaceAll("[.…]+$", "")
                .strip();
    }
}

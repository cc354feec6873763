package io.vestibule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.base.Problem;
import io.vestibule.check.Reason;
import io.vestibule.ui.Strings;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compares the text bundles with the code: no key without a text, no text without a key, and every language
/// complete. [io.vestibule.ui.Strings] documents how keys are built.
class BundleKeysTest {

    private static final List<String> PROBLEM_PARTS = List.of("what", "means", "do");

    /// Everything between the parentheses of the call, with at most one nested level of them.
    private static final Pattern PROBLEM =
            Pattern.compile("(?:\\bProblem\\.of|\\bnew (?:Problem|\\w+Exception))\\(((?:[^()]|\\([^()]*\\))*)\\)");

    private static final Pattern LOOK_UP =
            Pattern.compile("(?:\\b(\\w+)(?:\\(\\))?\\.)?\\btext\\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern CONSTANT = Pattern.compile("\\bconstant\\(\\s*\"([^\"]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^{}]*");

    private static final Set<String> ROOMS = Set.copyOf(new RoomPlan().rooms());
    private static final Bundles ENGLISH = Bundles.read("");
    private static final Map<String, String> WORDS = ENGLISH.all();
    private static final Map<String, String> CODE = Sources.below(Sources.MAIN, ".java").stream()
            .collect(Collectors.toMap(file -> file.getFileName() + " in " + file.getParent(), Sources::code));

    @Test
    void noKeyIsThereTwice() {
        assertThat(ENGLISH.twice()).isEmpty();
        assertThat(ENGLISH.rooms().values().stream().mapToInt(Map::size).sum())
                .as("keys of all rooms; a key in two rooms counts twice here")
                .isEqualTo(WORDS.size());
    }

    /// The arguments of a problem are texts, also those by which a pattern counts or chooses.
    @Test
    void everyProblemCanBeShownInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var strings = Strings.load(language, ScreenContext.BUNDLES);
            for (String key : WORDS.keySet()) {
                if (key.startsWith("problem.") && key.endsWith(".what")) {
                    String code = key.substring("problem.".length(), key.length() - ".what".length());
                    assertThatCode(() -> strings.problem(Problem.of(code, 2, 3, 4, 5)))
                            .as("%s in %s", code, language)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void everyKeyNamesItsPackage() {
        List<String> strangers = new ArrayList<>();
        ENGLISH.rooms()
                .forEach((room, words) -> words.keySet().stream()
                        .filter(key -> !key.startsWith(room + ".")
                                && !key.startsWith("problem." + room + ".")
                                && !(key.startsWith("finding.") && room.equals("check")))
                        .forEach(key -> strangers.add(key + " in the bundle of " + room)));
        assertThat(strangers).isEmpty();
    }

    @Test
    void everyProblemSaysWhatHappenedWhatItMeansAndWhatToDo() {
        Map<String, Set<String>> parts = WORDS.keySet().stream()
                .filter(key -> key.startsWith("problem."))
                .collect(Collectors.groupingBy(
                        BundleKeysTest::codeOf,
                        Collectors.mapping(key -> key.substring(key.lastIndexOf('.') + 1), Collectors.toSet())));
        assertThat(parts).allSatisfy((code, found) -> assertThat(found).as(code).hasSameElementsAs(PROBLEM_PARTS));
    }

    @Test
    void everyProblemThatCanHappenHasTexts() {
        Set<String> missing = new TreeSet<>();
        CODE.forEach((file, code) -> problems(code)
                .filter(problem -> !WORDS.containsKey("problem." + problem + ".what"))
                .forEach(problem -> missing.add(problem + " (" + file + ")")));
        assertThat(missing).as("problem codes without words").isEmpty();
    }

    @Test
    void everyLookUpFindsAText() {
        Set<String> missing = new TreeSet<>();
        CODE.forEach((file, code) -> Sources.find(code, LOOK_UP).stream()
                .filter(call -> !"Setting".equals(call.group(1)))
                .flatMap(call -> keys(call.group(2)))
                .filter(key -> !WORDS.containsKey(key))
                .forEach(key -> missing.add(key + " (" + file + ")")));
        assertThat(missing).as("keys without words").isEmpty();
    }

    @Test
    void everyFindingHasTexts() {
        assertThat(Stream.of(Reason.values())
                        .flatMap(reason -> Stream.of(reason.whatKey(), reason.adviceKey(), reason.fileAdviceKey())))
                .allSatisfy(key -> assertThat(WORDS).containsKey(key));
    }

    /// The prefix of a look-up by constant does not identify the enum, but its texts do: they have to match one enum
    /// exactly.
    @Test
    void textsOfConstantsMatchOneWholeEnum() throws ClassNotFoundException {
        List<Set<String>> enums = enums();
        assertThat(prefixes()).allSatisfy(prefix -> {
            Set<String> constants = WORDS.keySet().stream()
                    .filter(key -> key.startsWith(prefix + "."))
                    .map(key -> key.substring(prefix.length() + 1))
                    .filter(constant -> !constant.contains("."))
                    .collect(Collectors.toSet());
            assertThat(enums)
                    .as("enums, one of which has exactly the words of %s", prefix)
                    .contains(constants);
        });
    }

    @Test
    void noTextsAreUnused() {
        Set<String> used = CODE.values().stream()
                .flatMap(code -> Sources.literals(code).stream())
                .collect(Collectors.toSet());
        Stream.of(Reason.values())
                .forEach(reason -> used.addAll(List.of(reason.whatKey(), reason.adviceKey(), reason.fileAdviceKey())));
        Set<String> prefixes = prefixes();
        assertThat(WORDS.keySet().stream()
                        .filter(key -> !used.contains(key))
                        .filter(key -> !(key.startsWith("problem.") && used.contains(codeOf(key))))
                        .filter(key -> !prefixes.contains(key.substring(0, key.lastIndexOf('.')))))
                .as("keys that occur nowhere in the source")
                .isEmpty();
    }

    @Test
    void wordsReadWell() {
        assertThat(all()).allSatisfy((key, words) -> {
            assertThat(words).as(key).isNotBlank().isEqualTo(words.strip());
            if (words.contains("{") || key.contains("problem.")) {
                assertThat(words.replace("''", ""))
                        .as("%s: a lone ' vanishes; write ’", key)
                        .doesNotContain("'");
                assertThat(new MessageFormat(words, Locale.ENGLISH)).as(key).isNotNull();
            }
        });
    }

    @Test
    void problemsThatQuoteAValueAreGivenOne() {
        Set<String> quoting = WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("problem.")
                        && entry.getValue().contains("{"))
                .map(entry -> codeOf(entry.getKey()))
                .collect(Collectors.toSet());
        Set<String> bare = new TreeSet<>();
        CODE.forEach((file, code) -> quoting.stream()
                .filter(problem -> code.contains("Problem.of(\"" + problem + "\")"))
                .forEach(problem -> bare.add(problem + " (" + file + ")")));
        assertThat(bare).as("problems whose words show {0} as it stands").isEmpty();
    }

    @Test
    void everyLanguageIsComplete() {
        for (String language : Bundles.languages()) {
            Map<String, String> other = Bundles.read(language).all();
            assertThat(other.keySet()).as(language).hasSameElementsAs(WORDS.keySet());
            assertThat(other)
                    .allSatisfy((key, words) -> assertThat(placeholders(words))
                            .as("values that %s quotes in %s", key, language)
                            .isEqualTo(placeholders(WORDS.get(key))));
        }
    }

    private static Map<String, String> all() {
        return Stream.concat(Stream.of(""), Bundles.languages().stream())
                .flatMap(language -> Bundles.read(language).all().entrySet().stream()
                        .map(entry -> Map.entry(language + " " + entry.getKey(), entry.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Literals in the creation of a problem or of an exception that look like a problem code of one of the packages.
    private static Stream<String> problems(String code) {
        return Sources.find(code, PROBLEM).stream()
                .flatMap(call -> Sources.literals(call.group(1)).stream())
                .filter(BundleKeysTest::ofARoom);
    }

    /// The first literal of a look-up, and later ones that look like another key: `text(many ? "a.b" : "a.c")`.
    private static Stream<String> keys(String arguments) {
        List<String> literals = Sources.literals(arguments);
        boolean first = arguments.strip().startsWith("\"");
        return IntStream.range(0, literals.size())
                .filter(i -> (first && i == 0) || ofARoom(literals.get(i)))
                .mapToObj(literals::get);
    }

    private static boolean ofARoom(String literal) {
        return literal.matches("[a-z]+\\.[a-z0-9.-]+[a-z0-9]") && ROOMS.contains(literal.split("\\.", -1)[0]);
    }

    private static Set<String> prefixes() {
        return CODE.values().stream()
                .flatMap(code -> Sources.find(code, CONSTANT).stream())
                .map(call -> call.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The constants of every enum, in the form used in keys.
    private static List<Set<String>> enums() throws ClassNotFoundException {
        List<Set<String>> enums = new ArrayList<>();
        for (JavaClass type : RoomPlan.classes()) {
            if (type.isEnum()) {
                Class<?> loaded = Class.forName(type.getName(), false, BundleKeysTest.class.getClassLoader());
                enums.add(Stream.of(loaded.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toSet()));
            }
        }
        return enums;
    }

    /// `problem.<code>.what` without prefix and suffix.
    private static String codeOf(String key) {
        return key.substring("problem.".length(), key.lastIndexOf('.'));
    }

    private static Set<String> placeholders(String words) {
        Matcher found = PLACEHOLDER.matcher(words);
        return found.results().map(each -> each.group(1)).collect(Collectors.toSet());
    }
}

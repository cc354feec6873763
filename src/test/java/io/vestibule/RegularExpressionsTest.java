package io.vestibule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every regular expression of the program is run on texts that make careless ones slow or overflow the stack. Much
/// of what they read was written by others: headers of cameras and callers, answers of the VMS, files, pasted text.
class RegularExpressionsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /// The literal of `Pattern.compile`, `matches`, `replaceAll`, `replaceFirst` and `split`.
    private static final Pattern LITERAL = Pattern.compile(
            "(Pattern\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");

    private static final Pattern SEARCH = Pattern.compile("\\.(find|results|replaceAll|replaceFirst|split)\\(");

    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// Long enough for an expression of quadratic time to exceed the limit ten times.
    private static final int LENGTH = 2_000;

    /// Long enough for a group that is repeated to overflow the stack.
    private static final int LONG = 10_000;

    /// Looks at a character per character of the text. An expression that is linear needs one to ten of them.
    private static final long MAX_LOOKS = 100;

    private static final String USUAL = "a0A. /@-_:;,=\"\\'(+é\n";

    @Test
    void eachIsLinearInTheLengthOfTheText() throws IOException {
        var expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(40);
        Map<String, String> faults = new TreeMap<>();
        expressions.forEach((expression, searched) -> attack(expression, searched, faults));
        assertThat(faults).isEmpty();
    }

    private static void attack(String expression, boolean searched, Map<String, String> faults) {
        var pattern = Pattern.compile(expression);
        for (var text : hostileTexts(expression)) {
            var counted = new CountedText(text, MAX_LOOKS * text.length());
            try {
                var _ = pattern.matcher(counted).matches();
                var matcher = pattern.matcher(counted.again());
                while (searched && matcher.find()) {
                    // As replaceAll and split do.
                }
            } catch (TooManyLooks | StackOverflowError e) {
                faults.put(
                        expression,
                        e.getClass().getSimpleName() + " on " + text.substring(0, 8) + " ... "
                                + text.substring(text.length() - 3));
                return;
            }
        }
    }

    /// One or two characters repeated, with an end that fits and one that does not, alone and behind a beginning that
    /// fits.
    private static List<String> hostileTexts(String expression) {
        Set<Integer> letters = new LinkedHashSet<>();
        USUAL.chars().forEach(letters::add);
        expression.chars().filter(letter -> "[](){}*+?|^$".indexOf(letter) < 0).forEach(letters::add);
        var texts = new ArrayList<String>();
        for (int first : letters) {
            for (int second : letters) {
                var pair = Character.toString(first) + Character.toString(second);
                var body = pair.repeat(LENGTH / 2);
                texts.add(body);
                texts.add(body + "\u0001");
                texts.add("a" + pair + "=\"" + body);
                texts.add("a@" + body + "\u0001");
            }
            var run = Character.toString(first).repeat(LONG);
            texts.add(run);
            texts.add(run + "\u0001");
            texts.add("a" + run + "=\"" + run);
        }
        return texts;
    }

    /// Each expression, and whether it is searched for in a text and not only compared with the whole.
    private static Map<String, Boolean> expressions() throws IOException {
        Map<String, Boolean> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                boolean searching = SEARCH.matcher(source).find();
                var literals = LITERAL.matcher(source);
                while (literals.find()) {
                    boolean searched = !literals.group(1).equals(".matches") && searching;
                    found.merge(regex(literals.group(2)), searched, Boolean::logicalOr);
                }
            }
        }
        return found;
    }

    private static String regex(String literal) {
        var whole = new StringBuilder();
        var parts = PART.matcher(literal);
        while (parts.find()) {
            whole.append(parts.group(1).translateEscapes());
        }
        return whole.toString();
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// A text that counts how often its characters are looked at, which unlike time does not depend on the machine.
    private static final class CountedText implements CharSequence {

        private final String text;
        private final long limit;
        private long looks;

        CountedText(String text, long limit) {
            this.text = text;
            this.limit = limit;
        }

        CountedText again() {
            return new CountedText(text, limit);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > limit) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

package io.vestibule.inspect;

import io.vestibule.cloud.ImageAnalysis.TextLine;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds lines of a badge or a card that can be a name. It only suggests: the operator selects one, or types a name.
public final class NameReader {

    private static final int MOST = 5;
    private static final int LONGEST = 60;
    private static final float LEAST_CONFIDENCE = 80;

    /// Letters of any script, with the characters that occur between and inside names.
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}.'’\\- ]+");

    /// Words on badges that are not names.
    private static final Set<String> OTHER = Set.of(
            "visitor",
            "guest",
            "contractor",
            "staff",
            "employee",
            "name",
            "hello",
            "hello my name is",
            "my name is",
            "company",
            "valid",
            "access",
            "badge",
            "security",
            "identity card",
            "id card",
            "passport",
            "driving licence",
            "besucher",
            "gast",
            "mitarbeiter",
            "firma",
            "ausweis",
            "dienstausweis",
            "reisepass",
            "personalausweis");

    private NameReader() {}

    /// The most likely first: two or three words before one, then larger text first.
    public static List<String> names(List<TextLine> lines) {
        return lines.stream()
                .filter(textLine -> textLine.confidence() >= LEAST_CONFIDENCE)
                .filter(line -> isName(line.text().strip()))
                .sorted(Comparator.comparingInt((TextLine line) -> words(line.text()) == 1 ? 1 : 0)
                        .thenComparing(Comparator.comparingDouble(
                                        (TextLine line) -> line.box().height())
                                .reversed()))
                .map(line -> spelt(line.text().strip()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean isName(String text) {
        return text.length() >= 2
                && text.length() <= LONGEST
                && words(text) <= 4
                && NAME.matcher(text).matches()
                && !OTHER.contains(text.toLowerCase(Locale.ROOT));
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    /// Converts capitals to title case: badges are often printed in capitals.
    private static String spelt(String text) {
        if (!text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        var spelt = new StringBuilder(text.length());
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            spelt.append(first ? letter : Character.toLowerCase(letter));
            first = !Character.isLetter(letter);
        }
        return spelt.toString();
    }
}

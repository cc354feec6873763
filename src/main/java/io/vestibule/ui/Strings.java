package io.vestibule.ui;

import io.vestibule.base.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The words of the program, looked up by key over the bundles of all rooms.
///
/// Each room keeps its words in `io/vestibule/<room>/strings.properties` (UTF-8); another language adds
/// `strings_de.properties` beside it, and a key that is missing there falls back to English. Which rooms have a bundle
/// is told by whoever loads, so the furniture knows no room.
///
/// How keys are built:
/// - a plain word: `<room>.<thing>`, written out whole where it is used;
/// - a problem: `problem.<code>.what`, `.means`, `.do`, see [#problem];
/// - a constant of an enum: `<prefix>.<constant>`, the constant in lower case with `-` for `_`, see [#constant]:
///   `constant("state", State.DONE)` reads `state.done`.
///
/// A text that takes values is a [MessageFormat] pattern (`{0}`; there an apostrophe is written twice, or typeset as
/// ’). A text that takes none is shown as it stands.
public final class Strings {

    private static final Logger LOG = LoggerFactory.getLogger(Strings.class);
    private static final ResourceBundle.Control NO_DETOUR =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final boolean strict;

    private Strings(Locale locale, List<String> rooms, boolean strict) {
        this.locale = locale;
        this.strict = strict;
        this.bundles = rooms.stream()
                .map(room -> ResourceBundle.getBundle("io.vestibule." + room + ".strings", locale, NO_DETOUR))
                .toList();
    }

    /// For the running program: a missing key is logged and shown as itself, so that no screen dies of a word.
    ///
    /// @throws MissingResourceException if a room named has no bundle at all
    public static Strings load(Locale locale, List<String> rooms) {
        return new Strings(locale, rooms, false);
    }

    /// For tests: English, and a missing key throws.
    public static Strings strict(String... rooms) {
        return new Strings(Locale.ENGLISH, List.of(rooms), true);
    }

    public Locale locale() {
        return locale;
    }

    /// @param args values for `{0}`, `{1}`...; numbers are written with the separators of the locale
    public String text(String key, Object... args) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                String pattern = bundle.getString(key);
                return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
            }
        }
        if (strict) {
            throw new MissingResourceException("No words for " + key, Strings.class.getName(), key);
        }
        LOG.error("No words for {}", key);
        return key;
    }

    /// The words of one constant of an enum; the key is `<prefix>.<constant>`.
    public String constant(String prefix, Enum<?> value, Object... args) {
        return text(prefix + '.' + value.name().toLowerCase(Locale.ROOT).replace('_', '-'), args);
    }

    public ProblemWords problem(Problem problem) {
        String key = "problem." + problem.code();
        Object[] args = problem.args().toArray();
        return new ProblemWords(
                text(key + ".what", args), text(key + ".means", args), text(key + ".do", args), problem.code());
    }
}

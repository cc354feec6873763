package io.vestibule.ui;

import io.vestibule.base.Problem;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The texts of the user interface, looked up by key in the bundles of all packages.
///
/// Each feature package has its texts in `io/vestibule/<package>/strings.properties` (UTF-8); another language adds
/// `strings_de.properties` beside it, and a key that is missing there falls back to English. The caller of `load`
/// names the bundles, so that `ui` does not depend on other packages.
///
/// How keys are built:
/// - a plain text: `<package>.<thing>`, written in full where it is used;
/// - a problem: `problem.<code>.what`, `.means`, `.do`, see [#problem];
/// - a constant of an enum: `<prefix>.<constant>`, the constant in lower case with `-` for `_`, see [#constant]:
///   `constant("state", State.DONE)` reads `state.done`.
///
/// A text with arguments is a [MessageFormat] pattern (`{0}`; there an apostrophe is doubled, or typeset as ’). A
/// text without arguments is shown unchanged.
public final class Strings {

    private static final String PROBLEM = "problem.";
    private static final Logger LOG = LoggerFactory.getLogger(Strings.class);

    /// Looks up neither country variants nor English ones: Java searches every jar for a missing bundle.
    private static final ResourceBundle.Control LANGUAGE_ONLY = new ResourceBundle.Control() {
        @Override
        public List<String> getFormats(String name) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String name, Locale locale) {
            return WRITTEN_IN.getLanguage().equals(locale.getLanguage())
                    ? List.of(Locale.ROOT)
                    : List.of(Locale.of(locale.getLanguage()), Locale.ROOT);
        }

        @Override
        public @Nullable Locale getFallbackLocale(String name, Locale locale) {
            return null;
        }
    };

    private static final Locale WRITTEN_IN = Locale.ENGLISH;

    private final Locale locale;
    private final List<String> bundleNames;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();
    private final boolean strict;

    private Strings(Locale locale, List<String> bundleNames, boolean strict) {
        this.locale = locale;
        this.strict = strict;
        this.bundleNames = List.copyOf(bundleNames);
    }

    /// For the running program: a missing key is logged and shown itself, so that no screen fails because of a text.
    /// The bundle of a package is read on first use.
    public static Strings load(Locale locale, List<String> bundleNames) {
        return new Strings(locale, bundleNames, false);
    }

    /// For tests: English, and a missing key throws.
    ///
    /// @throws MissingResourceException if a named package has no bundle at all
    public static Strings strict(String... rooms) {
        var strings = new Strings(WRITTEN_IN, List.of(rooms), true);
        strings.bundleNames.forEach(strings::bundle);
        return strings;
    }

    public Locale locale() {
        return locale;
    }

    /// @param args values for `{0}`, `{1}`...; numbers are formatted with the separators of the locale
    public String text(String key, Object... args) {
        ResourceBundle bundle = bundleOf(key);
        if (bundle != null) {
            String pattern = bundle.getString(key);
            return args.length == 0 ? pattern : format(new MessageFormat(pattern, locale), args);
        }
        if (strict) {
            throw new MissingResourceException("No words for " + key, Strings.class.getName(), key);
        }
        LOG.error("No words for {}", key);
        return key;
    }

    /// The arguments of a problem are texts, also those by which a pattern counts or chooses.
    private static String format(MessageFormat pattern, Object[] args) {
        boolean counts = Arrays.stream(pattern.getFormats()).anyMatch(NumberFormat.class::isInstance);
        return pattern.format(counts ? Arrays.stream(args).map(Strings::number).toArray() : args);
    }

    private static Object number(Object arg) {
        return arg instanceof String text && text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : arg;
    }

    /// The bundle that the key's first part names; a key may be in any other bundle too.
    private @Nullable ResourceBundle bundleOf(String key) {
        String words = key.startsWith(PROBLEM) ? key.substring(PROBLEM.length()) : key;
        String likely = words.substring(0, Math.max(0, words.indexOf('.')));
        if (bundleNames.contains(likely) && bundle(likely).containsKey(key)) {
            return bundle(likely);
        }
        return bundleNames.stream()
                .map(this::bundle)
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElse(null);
    }

    private ResourceBundle bundle(String bundle) {
        return bundles.computeIfAbsent(
                bundle, _ -> ResourceBundle.getBundle("io.vestibule." + bundle + ".strings", locale, LANGUAGE_ONLY));
    }

    /// The text of an enum constant; the key is `<prefix>.<constant>`.
    public String constant(String prefix, Enum<?> value, Object... args) {
        return text(prefix + '.' + value.name().toLowerCase(Locale.ROOT).replace('_', '-'), args);
    }

    public ProblemText problem(Problem problem) {
        String key = PROBLEM + problem.code();
        Object[] args = problem.args().toArray();
        return new ProblemText(
                text(key + ".what", args), text(key + ".means", args), text(key + ".do", args), problem.code());
    }
}

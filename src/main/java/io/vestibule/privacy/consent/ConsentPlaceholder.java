package io.vestibule.privacy.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word in braces in a consent text, for example `{controller}`, that is replaced by what is so on this computer.
public enum ConsentPlaceholder {
    /// Who is responsible, with the address.
    CONTROLLER,
    PURPOSE,
    /// Who receives the photos: Amazon and the region, or nobody but this computer; and the VMS.
    RECIPIENTS,
    RETENTION,
    RIGHTS,
    /// How consent is withdrawn.
    CONTACT,
    /// The authority that hears complaints.
    COMPLAINTS;

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}\\r\\n]{0,40})}");

    /// As it is written in a text.
    public String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /// Replaces each placeholder; words in braces that are none stay as they are.
    static String fill(String text, Function<ConsentPlaceholder, String> values) {
        return IN_BRACES
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(of(found.group()).map(values).orElse(found.group())));
    }

    /// Words in braces that are no placeholder, for example because of a typing error.
    static List<String> unknown(String text) {
        return IN_BRACES
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> of(word).isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<ConsentPlaceholder> of(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written().equals(written))
                .findFirst();
    }
}

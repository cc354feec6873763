package io.vestibule.privacy.ui;

import io.vestibule.people.PersonKind;
import io.vestibule.privacy.consent.ConsentFacts;
import io.vestibule.privacy.consent.ConsentPlaceholder;
import io.vestibule.privacy.consent.Processing;
import io.vestibule.ui.Strings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The default consent texts, and what their placeholders stand for, in the languages of the program.
public final class ConsentWords implements ConsentFacts {

    /// The placeholders as the default texts number them.
    private static final Object[] IN_ORDER = Stream.of(
                    ConsentPlaceholder.CONTROLLER,
                    ConsentPlaceholder.PURPOSE,
                    ConsentPlaceholder.RECIPIENTS,
                    ConsentPlaceholder.RETENTION,
                    ConsentPlaceholder.RIGHTS,
                    ConsentPlaceholder.CONTACT,
                    ConsentPlaceholder.COMPLAINTS)
            .map(ConsentPlaceholder::written)
            .toArray();

    private final Function<Locale, Strings> load;
    private final Supplier<Processing> processing;
    private final Map<String, Strings> loaded = new ConcurrentHashMap<>();

    /// @param load the texts of this room in a language
    /// @param processing how this computer processes photos now
    public ConsentWords(Function<Locale, Strings> load, Supplier<Processing> processing) {
        this.load = load;
        this.processing = processing;
    }

    @Override
    public List<String> languages() {
        return List.of(Locale.GERMAN.getLanguage(), Locale.ENGLISH.getLanguage());
    }

    @Override
    public String standard(PersonKind kind, Locale language) {
        return strings(language)
                .text(
                        kind == PersonKind.EMPLOYEE
                                ? "privacy.consent.standard-employee"
                                : "privacy.consent.standard-visitor",
                        IN_ORDER);
    }

    @Override
    public String value(ConsentPlaceholder placeholder, PersonKind kind, Locale language) {
        Strings strings = strings(language);
        Processing now = processing.get();
        return switch (placeholder) {
            case CONTROLLER -> now.controller();
            case PURPOSE ->
                strings.text(
                        kind == PersonKind.EMPLOYEE
                                ? "privacy.consent.purpose-employee"
                                : "privacy.consent.purpose-visitor");
            case RECIPIENTS -> recipients(strings, now);
            case RETENTION -> retention(strings, now.days().getOrDefault(kind, 0));
            case RIGHTS -> strings.text("privacy.consent.rights");
            case CONTACT -> now.contact().isBlank() ? strings.text("privacy.consent.contact") : now.contact();
            case COMPLAINTS ->
                now.complaints().isBlank() ? strings.text("privacy.consent.complaints") : now.complaints();
        };
    }

    private static String recipients(Strings strings, Processing now) {
        String faces = now.region()
                .map(region -> strings.text("privacy.consent.amazon", region))
                .orElseGet(() -> strings.text("privacy.consent.this-computer"));
        String rules = now.vms()
                .map(host -> strings.text("privacy.consent.vms", host))
                .orElseGet(() -> strings.text("privacy.consent.vms-here"));
        return faces + " " + rules;
    }

    private static String retention(Strings strings, int days) {
        return switch (days) {
            case 0 -> strings.text("privacy.consent.days-today");
            case 1 -> strings.text("privacy.consent.days-one");
            default -> strings.text("privacy.consent.days", Integer.toString(days));
        };
    }

    private Strings strings(Locale language) {
        return loaded.computeIfAbsent(language.getLanguage(), _ -> load.apply(language));
    }
}

package io.vestibule.privacy.consent;

import io.vestibule.base.SiteId;
import io.vestibule.people.CompanyStore;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.PersonKind;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The text that a person is shown. Blocks.
public final class ConsentTexts {

    /// The version of the default text begins with this.
    static final String STANDARD = "default ";

    /// Rises when a default text is changed.
    private static final String STANDARD_VERSION = STANDARD + "2";

    private final ConsentTextStore store;
    private final CompanyStore companies;
    private final ConsentFacts facts;
    private final InstantSource clock;

    public ConsentTexts(ConsentTextStore store, CompanyStore companies, ConsentFacts facts, InstantSource clock) {
        this.store = store;
        this.companies = companies;
        this.facts = facts;
        this.clock = clock;
    }

    /// Tags of the languages in which this kind of person can be asked.
    public List<String> languages(PersonKind kind) {
        return Stream.concat(facts.languages().stream(), store.languages(kind).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The text in force, filled in, and kept so that it can be shown later.
    ///
    /// @param sites of the person; the text of a site counts if it is the only one
    /// @param language tag; English if there is no text in it
    public ConsentWording show(PersonKind kind, Collection<SiteId> sites, String language) {
        var wording =
                wording(kind, sites, languages(kind).contains(language) ? language : Locale.ENGLISH.getLanguage());
        companies.active().ifPresent(company -> store.saveShown(company.id(), wording, clock.instant()));
        return wording;
    }

    private ConsentWording wording(PersonKind kind, Collection<SiteId> sites, String language) {
        var site = sites.size() == 1 ? Optional.of(sites.iterator().next()) : Optional.<SiteId>empty();
        var place = new ConsentText.Place(site, kind, language);
        return store.published(place)
                .or(() -> store.published(place.ofAllSites()))
                .map(text -> new ConsentWording(
                        Integer.toString(text.version()), language, fill(text.words(), place), false))
                .orElseGet(() -> new ConsentWording(STANDARD_VERSION, language, fill(standard(place), place), true));
    }

    /// The default text with placeholders, which a company may begin its own with.
    public String standard(ConsentText.Place place) {
        return facts.standard(place.kind(), Locale.forLanguageTag(place.language()));
    }

    /// The text as a person would see it now.
    public String fill(String words, ConsentText.Place place) {
        return ConsentPlaceholder.fill(
                words, placeholder -> facts.value(placeholder, place.kind(), Locale.forLanguageTag(place.language())));
    }
}

package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import io.vestibule.base.SiteId;
import io.vestibule.bulk.list.ListOptions;
import io.vestibule.bulk.list.ListedPerson;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.Site;
import io.vestibule.people.change.PersonEdit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The details of a person as the form of the reception desk has them, from the row of a list.
final class RowDetails {

    private static final String TEXT_VERSION = "1";

    private final EnrolContext context;
    private final ListOptions options;
    private final Map<String, SiteId> sites;
    private final ZoneId zone = ZoneId.systemDefault();

    RowDetails(EnrolContext context, ListOptions options) {
        this.context = context;
        this.options = options;
        this.sites = context.people().companies().sites(context.company().id()).stream()
                .collect(Collectors.toMap(site -> site.name().toLowerCase(Locale.ROOT), Site::id, (one, _) -> one));
    }

    boolean knowsSites(List<String> names) {
        return names.stream().allMatch(name -> sites.containsKey(name.toLowerCase(Locale.ROOT)));
    }

    EnrolDetails of(ListedPerson listed) {
        var now = context.clock().instant();
        return new EnrolDetails(
                listed.name(),
                listed.kind(),
                listed.contact(),
                siteIds(listed),
                listed.note(),
                Optional.of(expires(listed, now)),
                basis(listed, now));
    }

    private Set<SiteId> siteIds(ListedPerson listed) {
        return listed.sites().stream()
                .map(name -> Optional.ofNullable(sites.get(name.toLowerCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The day that the list names is the last one.
    private Instant expires(ListedPerson listed, Instant now) {
        return listed.expires()
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElseGet(() -> now.plus(Duration.ofDays(options.keepDays())));
    }

    private Optional<LegalBasis> basis(ListedPerson listed, Instant now) {
        var operator = context.session().require(Permission.IMPORT_PEOPLE).id();
        var at = listed.consentOn()
                .map(day -> day.atStartOfDay(zone).toInstant())
                .filter(day -> day.isBefore(now))
                .orElse(now);
        var language = Locale.getDefault().toLanguageTag();
        return switch (listed.consent()) {
            case GIVEN ->
                Optional.of(
                        new LegalBasis.Consent(TEXT_VERSION, language, LegalBasis.Method.SIGNED_PAPER, at, operator));
            case DECLINED -> Optional.of(new LegalBasis.Declined(TEXT_VERSION, language, at, operator));
            case MISSING -> Optional.empty();
        };
    }

    /// The values of somebody who is known, with those that the list has. What the list leaves empty stays.
    PersonEdit edit(Person known, ListedPerson listed) {
        var details = of(listed);
        return new PersonEdit(
                details.name().strip(),
                known.kind(),
                new Contact(
                        either(details.contact(), known.contact(), Contact::email),
                        either(details.contact(), known.contact(), Contact::phone),
                        either(details.contact(), known.contact(), Contact::host)),
                details.sites().isEmpty() ? known.sites() : details.sites(),
                details.note().isBlank() ? known.note() : details.note(),
                details.expires());
    }

    private static String either(Contact listed, Contact known, Function<Contact, String> value) {
        return value.apply(listed).isBlank() ? value.apply(known) : value.apply(listed);
    }
}

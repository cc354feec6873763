package io.vestibule.privacy.access;

import io.vestibule.audit.AuditEntry;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.people.Company;
import io.vestibule.people.ConsentSignature;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Site;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.privacy.AuditReader;
import io.vestibule.privacy.AuditSearch;
import io.vestibule.privacy.consent.ConsentTextStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Collects what is stored about a person of the active company. Blocks, also for the service, which has the photos.
public final class HeldDataReader {

    private static final int PAGE = 500;

    /// The latest looks and changes; a person is not looked at more often.
    private static final int MOST_EVENTS = 5_000;

    private final PeopleStores people;
    private final PersonRuleReferences rules;
    private final AuditReader audit;
    private final ConsentTextStore texts;
    private final Sources sources;
    private final InstantSource clock;

    /// What other rooms know of a person.
    ///
    /// @param numbers under which other systems know them
    /// @param original the photo in full
    public record Sources(Function<PersonId, List<String>> numbers, Function<PhotoId, Optional<byte[]>> original) {}

    /// @param photos the bytes of each photo, by the name of its file
    record Collected(HeldData data, List<Picture> photos) {}

    @SuppressWarnings("ArrayRecordComponent") // read only
    record Picture(String file, byte[] jpeg) {}

    public HeldDataReader(
            PeopleStores people,
            PersonRuleReferences rules,
            AuditReader audit,
            ConsentTextStore texts,
            Sources sources,
            InstantSource clock) {
        this.people = people;
        this.rules = rules;
        this.audit = audit;
        this.texts = texts;
        this.sources = sources;
        this.clock = clock;
    }

    /// Empty for a person who is erased or hidden.
    Optional<Collected> collect(PersonId id) {
        return people.persons()
                .find(id)
                .filter(person -> person.removed().isEmpty())
                .map(this::collect);
    }

    private Collected collect(Person person) {
        var pictures = new ArrayList<Picture>();
        var photos = new ArrayList<HeldData.Photo>();
        for (var photo : people.photos().findByPerson(person.id())) {
            var file = "photo-" + (photos.size() + 1) + ".jpg";
            var original = sources.original().apply(photo.id());
            original.or(() -> people.photos().thumbnail(photo.id()))
                    .ifPresent(bytes -> pictures.add(new Picture(file, bytes)));
            photos.add(photo(photo, file, original.isPresent()));
        }
        var bases = people.bases().findByPerson(person.id());
        var data = new HeldData(
                HeldData.VERSION,
                clock.instant().toString(),
                people.companies().active().map(Company::name).orElse(""),
                bases.stream()
                        .map(HeldDataReader::language)
                        .filter(tag -> !tag.isEmpty())
                        .findFirst()
                        .orElse(""),
                person(person),
                bases.stream().map(this::answer).toList(),
                photos,
                rules.rulesNaming(person.id()).stream()
                        .map(PersonRuleReferences.RuleReference::name)
                        .toList(),
                events(person.id()));
        return new Collected(data, List.copyOf(pictures));
    }

    private HeldData.Person person(Person person) {
        return new HeldData.Person(
                person.id().toString(),
                person.externalId(),
                person.kind().name(),
                person.name(),
                person.contact().email(),
                person.contact().phone(),
                person.contact().host(),
                person.note(),
                people.companies().sites(person.company()).stream()
                        .filter(site -> person.sites().contains(site.id()))
                        .map(Site::name)
                        .toList(),
                sources.numbers().apply(person.id()),
                person.created().toString(),
                person.expires().map(Object::toString).orElse(""));
    }

    private static HeldData.Photo photo(PhotoRecord photo, String file, boolean complete) {
        return new HeldData.Photo(
                photo.id().toString(),
                file,
                complete,
                photo.created().toString(),
                photo.width(),
                photo.height(),
                photo.sha256());
    }

    private static String language(LegalBasis basis) {
        return switch (basis) {
            case LegalBasis.Consent consent -> consent.language();
            case LegalBasis.Declined declined -> declined.language();
            case LegalBasis.Reason _ -> "";
        };
    }

    private HeldData.Answer answer(LegalBasis basis) {
        var evidence = basis.evidence();
        var text = evidence.wording().isEmpty()
                ? ""
                : texts.findShown(evidence.wording()).map(ConsentWording::words).orElse("");
        var at = basis.at().toString();
        var guardian = evidence.guardian().orElse("");
        var signature = evidence.signature().map(ConsentSignature::path).orElse("");
        return switch (basis) {
            case LegalBasis.Consent consent ->
                new HeldData.Answer(
                        at,
                        "CONSENT",
                        consent.method().name(),
                        consent.textVersion(),
                        text,
                        evidence.wording(),
                        guardian,
                        signature,
                        "",
                        "",
                        "");
            case LegalBasis.Declined declined ->
                new HeldData.Answer(
                        at,
                        "DECLINED",
                        "",
                        declined.textVersion(),
                        text,
                        evidence.wording(),
                        guardian,
                        signature,
                        "",
                        "",
                        "");
            case LegalBasis.Reason reason ->
                new HeldData.Answer(
                        at,
                        "REASON",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        reason.basis(),
                        reason.source(),
                        reason.review().toString());
        };
    }

    private List<HeldData.Event> events(PersonId person) {
        var events = new ArrayList<HeldData.Event>();
        var search = new AuditSearch(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), person.toString());
        Optional<AuditEntry> last = Optional.empty();
        boolean more = true;
        while (more && events.size() < MOST_EVENTS) {
            var page = audit.page(search, last, PAGE);
            page.forEach(line -> events.add(new HeldData.Event(
                    line.stored().entry().at().toString(), line.stored().entry().action(), line.operator())));
            more = page.size() == PAGE;
            if (more) {
                last = Optional.of(page.getLast().stored().entry());
            }
        }
        return events;
    }
}

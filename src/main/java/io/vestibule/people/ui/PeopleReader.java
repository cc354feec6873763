package io.vestibule.people.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.Site;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.image.Image;

/// Reads what the screen shows, in the background. A picture is decoded once while its person stays in the list, so a
/// reload changes only what changed.
final class PeopleReader {

    static final double ROW_FACE = 30;
    static final double LARGE_FACE = 128;

    private final PeopleDesk desk;
    private final People people;
    private final PersonStandings standings;
    private final Strings strings;
    private final Map<PhotoId, Image> small = new ConcurrentHashMap<>();

    PeopleReader(PeopleDesk desk, People people, PersonStandings standings, Strings strings) {
        this.desk = desk;
        this.people = people;
        this.standings = standings;
        this.strings = strings;
    }

    /// Up to `limit` rows whose names match.
    List<PersonRow> rows(String typed, int limit) {
        Map<SiteId, String> sites = sites();
        List<PersonRow> rows = new ArrayList<>();
        List<PhotoId> shown = new ArrayList<>();
        for (Person person : people.persons().search(desk.company(), typed, limit)) {
            rows.add(row(person, sites, shown));
        }
        small.keySet().retainAll(shown);
        return rows;
    }

    Optional<PersonDetail> detail(PersonId id) {
        return people.persons()
                .find(id)
                .filter(person -> person.removed().isEmpty())
                .map(this::detail);
    }

    private PersonDetail detail(Person person) {
        Map<SiteId, String> sites = sites();
        Map<PhotoId, IndexedFace> faces = standings.faces(person).stream()
                .collect(Collectors.toMap(IndexedFace::photo, Function.identity(), (one, _) -> one));
        List<PersonPhoto> photos = people.photos().of(person.id()).stream()
                .map(photo -> photo(photo.id(), Optional.ofNullable(faces.get(photo.id()))))
                .flatMap(Optional::stream)
                .toList();
        PersonRow row = row(person, sites, new ArrayList<>());
        return new PersonDetail(row, photos.stream().findFirst().flatMap(PersonPhoto::image), facts(person), photos);
    }

    private PersonRow row(Person person, Map<SiteId, String> sites, List<PhotoId> shown) {
        Optional<Image> face = people.photos().of(person.id()).stream()
                .findFirst()
                .flatMap(photo -> {
                    shown.add(photo.id());
                    Optional<Image> known = Optional.ofNullable(small.get(photo.id()));
                    Optional<Image> image = known.or(() -> image(photo.id(), ROW_FACE));
                    image.ifPresent(decoded -> small.put(photo.id(), decoded));
                    return image;
                });
        String at = names(person, sites);
        String kind = strings.constant("people.kind", person.kind());
        return new PersonRow(person, face, at.isEmpty() ? kind : kind + " · " + at, standings.of(person));
    }

    private Optional<Image> image(PhotoId photo, double width) {
        return people.photos()
                .thumbnail(photo)
                .flatMap(bytes -> Optional.ofNullable(FaceTile.decode(bytes, width, null)));
    }

    private Optional<PersonPhoto> photo(PhotoId id, Optional<IndexedFace> face) {
        return switch (face.map(IndexedFace::state).orElse(FaceState.CAPTURED)) {
            case ASSOCIATED -> Optional.of(photo(id, PersonPhoto.Group.DONE, strings.text("people.photo-done")));
            case REFUSED, NOT_ASSOCIATED ->
                Optional.of(photo(
                        id,
                        PersonPhoto.Group.LOOK,
                        why(face.map(IndexedFace::reasons).orElse(List.of()))));
            case CAPTURED, STORED, INDEXED ->
                Optional.of(photo(id, PersonPhoto.Group.WAY, strings.text("people.photo-way")));
            case ERASING, ERASED -> Optional.empty();
        };
    }

    private PersonPhoto photo(PhotoId id, PersonPhoto.Group group, String words) {
        return new PersonPhoto(id, image(id, LARGE_FACE), group, words);
    }

    private String why(List<String> reasons) {
        return reasons.isEmpty()
                ? strings.text("people.photo-look")
                : reasons.stream().map(desk::reasonWords).distinct().collect(Collectors.joining(" "));
    }

    private List<PersonDetail.Fact> facts(Person person) {
        List<PersonDetail.Fact> facts = new ArrayList<>();
        add(facts, "people.kind-label", strings.constant("people.kind", person.kind()), "");
        add(facts, "people.sites", names(person, sites()), "");
        add(facts, "people.host", person.contact().host(), "");
        add(facts, "people.email", person.contact().email(), "");
        add(facts, "people.phone", person.contact().phone(), "");
        add(
                facts,
                "people.expires",
                person.expires().map(this::relative).orElse(strings.text("people.expires-never")),
                person.expires().map(this::exact).orElse(""));
        Optional<LegalBasis> basis = people.bases().of(person.id()).stream().findFirst();
        add(
                facts,
                "people.basis",
                basis.map(this::words).orElse(strings.text("people.basis-none")),
                basis.map(LegalBasis::at).map(this::exact).orElse(""));
        return facts;
    }

    private void add(List<PersonDetail.Fact> facts, String key, String value, String exact) {
        if (!value.isBlank()) {
            facts.add(new PersonDetail.Fact(strings.text(key), value, exact));
        }
    }

    private String words(LegalBasis basis) {
        return switch (basis) {
            case LegalBasis.Consent consent -> strings.constant("people.consent", consent.method());
            case LegalBasis.Declined _ -> strings.text("people.basis-declined");
            case LegalBasis.Reason reason ->
                strings.text(
                        "people.basis-reason",
                        reason.basis(),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(strings.locale())
                                .format(reason.review()));
        };
    }

    private String relative(Instant at) {
        ZoneId zone = ZoneId.systemDefault();
        long days = ChronoUnit.DAYS.between(
                desk.now().atZone(zone).toLocalDate(), at.atZone(zone).toLocalDate());
        if (days <= 0) {
            return strings.text("people.expires-due");
        }
        return days == 1 ? strings.text("people.expires-tomorrow") : strings.text("people.expires-days", days);
    }

    private String exact(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    private Map<SiteId, String> sites() {
        return desk.sites().stream().collect(Collectors.toMap(Site::id, Site::name));
    }

    private static String names(Person person, Map<SiteId, String> sites) {
        return person.sites().stream()
                .map(sites::get)
                .filter(name -> name != null)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

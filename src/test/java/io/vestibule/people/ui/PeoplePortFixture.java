package io.vestibule.people.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.people.Company;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.EnrolmentStatusProvider;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.PhotoSearch;
import io.vestibule.people.Site;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.Repairs;
import io.vestibule.people.change.Undo;
import io.vestibule.photo.Pixels;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import io.vestibule.ui.StillView;
import io.vestibule.ui.control.Banner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// A desk with people in a real database. What the service would do is done to the database at once.
public final class PeoplePortFixture
        implements PeoplePort, PersonCommands, EnrolmentStatusProvider, Repairs, PhotoSearch {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private int saved;
    public static final CompanyId ACME = new CompanyId("acme-1");

    public final Database database;
    public final PeopleStores peopleStores;
    public final Site lobby = new Site(SiteId.mint(), ACME, "Main lobby");
    public final Site gate = new Site(SiteId.mint(), ACME, "North gate");
    final List<Banner> banners = new CopyOnWriteArrayList<>();
    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    final List<PersonId> viewed = new CopyOnWriteArrayList<>();
    final List<PersonId> handedOver = new CopyOnWriteArrayList<>();
    final List<PersonId> retaken = new CopyOnWriteArrayList<>();
    final List<PhotoProblem.Remedy> repaired = new CopyOnWriteArrayList<>();
    public final Set<Permission> allowed = EnumSet.allOf(Permission.class);
    final Map<PhotoId, PhotoProblem> troubles = new HashMap<>();
    final Map<PersonId, EnrolmentStatus.State> states = new HashMap<>();
    PhotoSearch.SearchResult searchResult =
            new PhotoSearch.SearchResult.Searched(new byte[0], List.of(), 80, "embedded-1", 1);

    public Optional<StillView<Pixels>> camera = Optional.empty();

    final NamingRules use = new NamingRules();

    public PeoplePortFixture(Path folder) {
        database = MigratedDatabase.open(folder);
        peopleStores = PeopleStores.create(AllCompanies.of(database), () -> NOW);
        peopleStores.companies().insert(new Company(ACME, "Acme", Optional.empty(), true), NOW);
        peopleStores.companies().insert(lobby);
        peopleStores.companies().insert(gate);
    }

    final List<PhotoId> opened = new CopyOnWriteArrayList<>();
    final List<PhotoId> compared = new CopyOnWriteArrayList<>();

    @Override
    public void showPhoto(String name, PhotoId photo) {
        opened.add(photo);
    }

    @Override
    public boolean comparesDocuments() {
        return true;
    }

    @Override
    public void compareDocument(PersonId person, String name, PhotoId photo) {
        compared.add(photo);
    }

    PeopleParts parts() {
        return new PeopleParts(peopleStores, this, this, this, use, this);
    }

    public Person save(String name, PersonKind kind, Site site, EnrolmentStatus.State state) {
        Person person = new Person(
                PersonId.mint(),
                ACME,
                UUID.randomUUID(),
                kind,
                name,
                new Contact("a@b.example", "+49 1", "Ms Host"),
                Set.of(site.id()),
                "",
                Optional.of(NOW.plus(Duration.ofDays(7))),
                NOW.plusMillis(saved++),
                Optional.empty(),
                false);
        peopleStores.persons().insert(person);
        states.put(person.id(), state);
        peopleStores.persons().setStatus(person.id(), state);
        return person;
    }

    public PhotoId photo(Person person, String sample, int place) {
        PhotoId id = PhotoId.mint();
        byte[] bytes = read(sample);
        peopleStores
                .photos()
                .insert(
                        new PhotoRecord(
                                id,
                                ACME,
                                person.id(),
                                id.toString().replace("-", "").repeat(2),
                                640,
                                480,
                                place,
                                false,
                                NOW),
                        bytes,
                        bytes);
        return id;
    }

    private static byte[] read(String sample) {
        try {
            return Files.readAllBytes(Path.of("assets/samples", sample));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void change() {
        listeners.forEach(Runnable::run);
    }

    Undo taken(Undo.ChangeKind changeKind, PersonId person, Runnable back) {
        return new Undo() {
            @Override
            public ChangeKind kind() {
                return changeKind;
            }

            @Override
            public PersonId person() {
                return person;
            }

            @Override
            public Instant until() {
                return NOW.plus(WINDOW);
            }

            @Override
            public boolean undo() {
                back.run();
                return true;
            }
        };
    }

    @Override
    public CompanyId company() {
        return ACME;
    }

    @Override
    public List<Site> sites() {
        return peopleStores.companies().sites(ACME);
    }

    @Override
    public boolean may(Permission permission) {
        return allowed.contains(permission);
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public AutoCloseable onPeopleChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public List<HistoryEntry> history(List<String> subjects) {
        return List.of(new HistoryEntry(NOW.minusSeconds(600), "person.enrolled", Optional.of("Robin")));
    }

    @Override
    public String engineText(String engine) {
        return "embedded engine";
    }

    @Override
    public Optional<StillView<Pixels>> still() {
        return camera;
    }

    @Override
    public void showBanner(Banner banner) {
        banners.add(banner);
    }

    @Override
    public void viewed(PersonId person) {
        viewed.add(person);
    }

    @Override
    public void openEnrol() {}

    @Override
    public void takePhotos(PersonId person, String name, Optional<PhotoId> instead) {
        instead.ifPresent(_ -> retaken.add(person));
    }

    @Override
    public void resolveDuplicate(PersonId newcomer) {}

    @Override
    public void handOver(PersonId person) {
        handedOver.add(person);
    }

    @Override
    public ConsentWording consentWording(Person person) {
        return new ConsentWording("1", "en", "May we?", false);
    }

    @Override
    public LegalBasis answer(Optional<LegalBasis.Method> method, ConsentWording shown, Optional<String> guardian) {
        OperatorId operator = new OperatorId(UUID.randomUUID());
        return method.<LegalBasis>map(way -> new LegalBasis.Consent("1", "en", way, NOW, operator))
                .orElseGet(() -> new LegalBasis.Declined("1", "en", NOW, operator));
    }

    @Override
    public int defaultRetentionDays(PersonKind kind) {
        return 14;
    }

    @Override
    public Undo renew(PersonId id, LegalBasis basis, Instant until) {
        Person before = peopleStores.persons().find(id).orElseThrow();
        PersonEdit old = PersonEdit.of(before);
        PersonEdit renewed =
                new PersonEdit(old.name(), old.kind(), old.contact(), old.sites(), old.note(), Optional.of(until));
        peopleStores.persons().update(renewed.applyTo(before, old.name()));
        peopleStores.bases().add(id, basis);
        return taken(Undo.ChangeKind.RENEW, id, () -> peopleStores.persons().update(before));
    }

    @Override
    public Undo edit(PersonId id, PersonEdit edit) {
        Person before = peopleStores.persons().find(id).orElseThrow();
        peopleStores.persons().update(edit.applyTo(before, edit.name()));
        return taken(Undo.ChangeKind.EDIT, id, () -> peopleStores.persons().update(before));
    }

    @Override
    public Undo move(PhotoId photo, PersonId to) {
        PersonId from = peopleStores.photos().find(photo).orElseThrow().person();
        peopleStores.photos().reassign(photo, to, peopleStores.photos().nextPosition(to));
        return taken(Undo.ChangeKind.MOVE, from, () -> peopleStores.photos().reassign(photo, from, 0));
    }

    @Override
    public Undo merge(PersonId from, PersonId into) {
        List<PhotoId> moved = peopleStores.photos().findByPerson(from).stream()
                .map(PhotoRecord::id)
                .toList();
        moved.forEach(photo -> peopleStores
                .photos()
                .reassign(photo, into, peopleStores.photos().nextPosition(into)));
        peopleStores.persons().setRemoved(from, Optional.of(NOW));
        return taken(Undo.ChangeKind.MERGE, from, () -> {
            peopleStores.persons().setRemoved(from, Optional.empty());
            moved.forEach(photo -> peopleStores
                    .photos()
                    .reassign(photo, from, peopleStores.photos().nextPosition(from)));
        });
    }

    @Override
    public Undo removePhoto(PhotoId photo) {
        PersonId person = peopleStores.photos().find(photo).orElseThrow().person();
        peopleStores.photos().setRemoved(photo, Optional.of(NOW));
        return taken(
                Undo.ChangeKind.REMOVE_PHOTO,
                person,
                () -> peopleStores.photos().setRemoved(photo, Optional.empty()));
    }

    @Override
    public Undo withdrawConsent(PersonId person) {
        peopleStores.persons().setRemoved(person, Optional.of(NOW));
        return taken(
                Undo.ChangeKind.CONSENT_WITHDRAWN,
                person,
                () -> peopleStores.persons().setRemoved(person, Optional.empty()));
    }

    @Override
    public Undo remove(PersonId person) {
        peopleStores.persons().setRemoved(person, Optional.of(NOW));
        return taken(
                Undo.ChangeKind.REMOVE, person, () -> peopleStores.persons().setRemoved(person, Optional.empty()));
    }

    @Override
    public List<Undo> undoable() {
        return List.of();
    }

    @Override
    public void retry(PersonId person) {}

    @Override
    public EnrolmentStatus statusOf(Person person) {
        return new EnrolmentStatus(
                states.getOrDefault(person.id(), EnrolmentStatus.State.SEARCHABLE), Optional.empty());
    }

    @Override
    public List<IndexedFace> faces(Person person) {
        UUID collection = new UUID(1, 1);
        return peopleStores.photos().findByPerson(person.id()).stream()
                .map(photo -> {
                    IndexedFace face = IndexedFace.captured(photo.id(), collection);
                    return troubles.containsKey(photo.id())
                            ? face.refused(List.of("LOW_SHARPNESS"))
                            : face.withState(FaceState.ASSOCIATED);
                })
                .toList();
    }

    @Override
    public List<PhotoProblem> problemsOf(PersonId person) {
        return peopleStores.photos().findByPerson(person).stream()
                .map(photo -> Optional.ofNullable(troubles.get(photo.id())))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<PhotoProblem> problemOf(PhotoId photo) {
        return Optional.ofNullable(troubles.get(photo));
    }

    @Override
    public List<PersonId> searchLookAlikes(PhotoId photo) {
        return new ArrayList<>();
    }

    @Override
    public Optional<Undo> repair(PhotoProblem photoProblem, PhotoProblem.Remedy remedy) {
        repaired.add(remedy);
        photoProblem.photo().ifPresent(troubles::remove);
        return Optional.empty();
    }

    @Override
    public SearchResult search(Path picture) {
        return searchResult;
    }

    @Override
    public SearchResult search(Pixels picture) {
        return searchResult;
    }
}

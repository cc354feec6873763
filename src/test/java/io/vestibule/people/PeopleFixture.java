package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Two companies in a real database, the first of them with two sites, and a clock that stands still.
public abstract class PeopleFixture {

    protected static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    protected static final CompanyId ACME = new CompanyId("acme-1");
    protected static final CompanyId OTHER = new CompanyId("other-1");

    @TempDir
    Path folder;

    protected final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    protected final Site gate = new Site(SiteId.mint(), ACME, "Gate");
    protected final Site lobby = new Site(SiteId.mint(), ACME, "Lobby");
    protected Database database;
    protected PeopleStores peopleStores;

    @BeforeEach
    final void openPeople() {
        database = MigratedDatabase.open(folder);
        peopleStores = PeopleStores.create(AllCompanies.of(database), now::get);
        peopleStores.companies().insert(new Company(ACME, "Acme", Optional.empty(), true), NOW);
        peopleStores.companies().insert(new Company(OTHER, "Other", Optional.empty(), false), NOW);
        peopleStores.companies().insert(gate);
        peopleStores.companies().insert(lobby);
    }

    @AfterEach
    final void closePeople() {
        database.close();
    }

    protected static Person person(CompanyId company, String name, PersonKind kind, Site... sites) {
        return new Person(
                PersonId.mint(),
                company,
                UUID.randomUUID(),
                kind,
                name,
                new Contact("a@b.example", "+49 1", "Ms Host"),
                Stream.of(sites).map(Site::id).collect(Collectors.toSet()),
                "note",
                Optional.of(NOW.plusSeconds(60)),
                NOW,
                Optional.empty(),
                false);
    }

    protected final Person save(Person person) {
        peopleStores.persons().insert(person);
        return person;
    }

    protected final Person save(String name, Site... sites) {
        return save(person(ACME, name, PersonKind.VISITOR, sites));
    }

    /// The person with another kind, name, sites and end.
    protected static Person changed(
            Person old, String name, PersonKind kind, Set<SiteId> sites, Optional<Instant> expires) {
        return new Person(
                old.id(),
                old.company(),
                old.externalId(),
                kind,
                name,
                old.contact(),
                sites,
                old.note(),
                expires,
                old.created(),
                old.removed(),
                old.sample());
    }

    protected final void hide(Person person) {
        peopleStores.persons().setRemoved(person.id(), Optional.of(NOW));
    }

    protected final PhotoRecord photo(Person person, int place) {
        PhotoId id = PhotoId.mint();
        PhotoRecord photo =
                new PhotoRecord(id, person.company(), person.id(), id.toString(), 640, 480, place, false, NOW);
        peopleStores.photos().insert(photo, new byte[] {1, 2, 3}, new byte[] {4, 5});
        return photo;
    }

    /// A collection of the first company in that service.
    protected final CollectionRef collection(String engine) {
        CollectionRef made =
                new CollectionRef(UUID.randomUUID(), ACME, "Acme_acme-1", engine, "embedded", "local", "1");
        peopleStores.companies().insert(made);
        return made;
    }

    /// Brings a photo to a state by the way that leads there.
    protected final IndexedFace face(PhotoRecord photo, CollectionRef collection, FaceState state) {
        IndexedFace captured = IndexedFace.captured(photo.id(), collection.id());
        IndexedFace indexed = captured.indexed("f" + photo.id(), "image", "1");
        CollectionIndexStore faces = peopleStores.collections();
        faces.saveFace(captured);
        IndexedFace reached = switch (state) {
            case CAPTURED -> captured;
            case STORED -> captured.withState(state);
            case INDEXED -> indexed;
            case ASSOCIATED -> indexed.withState(FaceState.ASSOCIATED);
            case NOT_ASSOCIATED ->
                indexed.notAssociated(List.of("LOW_MATCH_CONFIDENCE"), Optional.of(41.5f), Optional.empty());
            case REFUSED -> captured.refused(List.of("LOW_SHARPNESS"));
        };
        if (Set.of(FaceState.INDEXED, FaceState.ASSOCIATED, FaceState.NOT_ASSOCIATED, FaceState.REFUSED)
                .contains(state)) {
            faces.saveFace(captured.withState(FaceState.STORED));
        }
        if (Set.of(FaceState.ASSOCIATED, FaceState.NOT_ASSOCIATED).contains(state)) {
            faces.saveFace(indexed);
        }
        if (state != FaceState.CAPTURED) {
            faces.saveFace(reached);
        }
        return reached;
    }

    protected final int rows(String table) {
        return database.with(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }
}

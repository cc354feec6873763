package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleStoresTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final CompanyId ACME = new CompanyId("acme-1");

    @TempDir
    Path folder;

    private Database database;
    private PeopleStores peopleStores;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        peopleStores = PeopleStores.create(AllCompanies.of(database), () -> NOW);
        peopleStores.companies().insert(new Company(ACME, "Acme", Optional.empty(), true), NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Person person(String name, Set<SiteId> sites) {
        return new Person(
                PersonId.mint(),
                ACME,
                UUID.randomUUID(),
                PersonKind.VISITOR,
                name,
                new Contact("a@b.example", "+49 1", "Ms Host"),
                sites,
                "note",
                Optional.of(NOW.plusSeconds(60)),
                NOW,
                Optional.empty(),
                false);
    }

    private Person saved(String name) {
        var person = person(name, Set.of());
        peopleStores.persons().insert(person);
        return person;
    }

    private PhotoRecord photo(Person person, int place, String sha256) {
        var photo = new PhotoRecord(PhotoId.mint(), ACME, person.id(), sha256, 640, 480, place, false, NOW);
        peopleStores.photos().insert(photo, new byte[] {1, 2, 3}, new byte[] {4, 5});
        return photo;
    }

    @Test
    void aCollectionIdIsTheSanitisedNameAndTheId() {
        assertThat(company("Acme & Söhne  GmbH").collectionId()).isEqualTo("Acme_S_hne_GmbH_acme-1");
        assertThat(company("x".repeat(400)).collectionId()).hasSize(218 + 1 + 6).matches("[a-zA-Z0-9_.\\-]+");
        assertThat(company("日本").collectionId()).isEqualTo("__acme-1");
    }

    private static Company company(String name) {
        return new Company(ACME, name, Optional.empty(), true);
    }

    @Test
    void aCollectionIdOnceSetNeverChanges() {
        peopleStores.companies().setCollection(ACME, "first");
        peopleStores.companies().setCollection(ACME, "second");
        assertThat(peopleStores.companies().active().orElseThrow().externalFaceCollectionId())
                .contains("first");
    }

    @Test
    void oneCompanyIsActive() {
        var other = new CompanyId("other");
        peopleStores.companies().insert(new Company(other, "Other", Optional.empty(), false), NOW);
        peopleStores.companies().activate(other);
        assertThat(peopleStores.companies().active().orElseThrow().id()).isEqualTo(other);
        assertThat(peopleStores.companies().all()).filteredOn(Company::active).hasSize(1);
    }

    @Test
    void aPersonIsReadAsItWasSaved() {
        var site = new Site(SiteId.mint(), ACME, "Main gate");
        peopleStores.companies().insert(site);
        var ana = person("Ana Müller", Set.of(site.id()));
        peopleStores.persons().insert(ana);
        assertThat(peopleStores.persons().find(ana.id())).contains(ana);
        assertThat(peopleStores.persons().findByExternalId(ana.externalId())).contains(ana);
        assertThat(peopleStores.companies().removeUnused(site.id())).isFalse();
    }

    @Test
    void findsPeopleByPrefixesOfTheirNamesWithoutAccents() {
        saved("Ana Müller");
        saved("Anatol Weiß");
        saved("Bob O'Neil-Smith");
        assertThat(names("ana")).containsExactly("Ana Müller", "Anatol Weiß");
        assertThat(names("mul an")).containsExactly("Ana Müller");
        assertThat(names("MÜL")).containsExactly("Ana Müller");
        assertThat(names("weiss")).containsExactly("Anatol Weiß");
        assertThat(names("smith")).containsExactly("Bob O'Neil-Smith");
        assertThat(names("zzz")).isEmpty();
        assertThat(names(" ")).hasSize(3);
        assertThat(names("%")).hasSize(3);
    }

    private List<String> names(String typed) {
        return peopleStores.persons().search(ACME, typed, 50).stream()
                .map(Person::name)
                .toList();
    }

    @Test
    void aRemovedPersonIsHiddenAndCanBeRestored() {
        var ana = saved("Ana");
        peopleStores.persons().setRemoved(ana.id(), Optional.of(NOW));
        assertThat(names("ana")).isEmpty();
        assertThat(peopleStores.persons().expired(ACME, NOW.plusSeconds(100))).isEmpty();
        peopleStores.persons().setRemoved(ana.id(), Optional.empty());
        assertThat(names("ana")).hasSize(1);
        assertThat(peopleStores.persons().expired(ACME, NOW.plusSeconds(100))).containsExactly(ana.id());
    }

    @Test
    void aCompanyStoresTheSamePhotoOnlyOnce() {
        var ana = saved("Ana");
        photo(ana, 0, "aa");
        assertThat(peopleStores.photos().findBySha256(ACME, "aa")).isPresent();
        assertThatThrownBy(() -> photo(ana, 1, "aa")).hasMessageContaining("23505");
    }

    @Test
    void keepsTheBytesUntilTheyAreUploaded() {
        var photo = photo(saved("Ana"), 0, "aa");
        assertThat(peopleStores.photos().pendingUpload(photo.id()).orElseThrow())
                .containsExactly(1, 2, 3);
        peopleStores.photos().markUploaded(photo.id());
        assertThat(peopleStores.photos().pendingUpload(photo.id())).isEmpty();
        assertThat(peopleStores.photos().thumbnail(photo.id()).orElseThrow()).containsExactly(4, 5);
    }

    @Test
    void aPhotoMakesAllowedStateTransitionsOnly() {
        var ana = saved("Ana");
        var photo = photo(ana, 0, "aa");
        var collection = collection();
        var captured = IndexedFace.captured(photo.id(), collection);
        peopleStores.collections().saveFace(captured);
        assertThatThrownBy(() -> peopleStores.collections().saveFace(captured.withState(FaceState.ASSOCIATED)))
                .isInstanceOf(IllegalStateException.class);
        peopleStores.collections().saveFace(captured.withState(FaceState.STORED));
        var indexed = captured.indexed("face", "image", "1");
        peopleStores.collections().saveFace(indexed);
        var refused = indexed.notAssociated(List.of("LOW_MATCH_CONFIDENCE"), Optional.of(41.5f), Optional.empty());
        peopleStores.collections().saveFace(refused);
        assertThat(peopleStores.collections().faces(ana.id(), collection)).containsExactly(refused);
    }

    private UUID collection() {
        var ref = new CollectionRef(UUID.randomUUID(), ACME, "Acme_acme-1", "embedded-1", "embedded", "local", "1");
        peopleStores.companies().insert(ref);
        assertThat(peopleStores.companies().collection(ACME, "embedded-1", "embedded", "local"))
                .contains(ref);
        return ref.id();
    }

    @Test
    void storesTheLatestStatusOfAUser() {
        var ana = saved("Ana");
        var collection = collection();
        peopleStores.collections().saveUser(new CollectionUser(ana.id(), collection, "user", "UPDATING"));
        peopleStores.collections().saveUser(new CollectionUser(ana.id(), collection, "user", "ACTIVE"));
        assertThat(peopleStores
                        .collections()
                        .user(ana.id(), collection)
                        .orElseThrow()
                        .active())
                .isTrue();
    }

    @Test
    void keepsEveryLegalBasisNewestFirst() {
        var ana = saved("Ana");
        var operator = OperatorId.mint();
        var consent = new LegalBasis.Consent("1", "en", LegalBasis.Method.ON_SCREEN, NOW, operator);
        var reason = new LegalBasis.Reason(
                "House ban", "Incident 7", LocalDate.of(2027, 1, 1), NOW.plusSeconds(5), operator);
        var declined = new LegalBasis.Declined("1", "en", NOW.minusSeconds(60), operator);
        peopleStores.bases().add(ana.id(), declined);
        peopleStores.bases().add(ana.id(), consent);
        peopleStores.bases().add(ana.id(), reason);
        assertThat(peopleStores.bases().findByPerson(ana.id())).containsExactly(reason, consent, declined);
    }

    @Test
    void deletingAPersonCascadesToAllTheirRows() {
        var ana = saved("Ana Müller");
        var photo = photo(ana, 0, "aa");
        peopleStores.collections().saveFace(IndexedFace.captured(photo.id(), collection()));
        peopleStores.persons().delete(ana.id());
        for (var table : List.of(
                "person",
                "person_entry",
                "person_newest",
                "person_site",
                "legal_basis",
                "photo",
                "photo_outbox",
                "thumbnail",
                "indexed_face",
                "collection_user")) {
            var rows = database.with(handle -> handle.createQuery("select count(*) from " + table)
                    .mapTo(Integer.class)
                    .one());
            assertThat(rows).as(table).isZero();
        }
    }
}

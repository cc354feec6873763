package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolException;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.JobState;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Company;
import io.vestibule.people.ConsentCountStore;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Site;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleException;
import io.vestibule.setup.SetupException;
import io.vestibule.store.CompanyScope;
import io.vestibule.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two companies. Every public method of every store, journal and flow is called with all that belongs to the first
/// while the second is active: nothing of the first is given out, and no row of the database changes. A method
/// that is added to one of them is called here too.
class CompaniesApartTest {

    private static final CompanyId BETA = new CompanyId("beta-1");

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private CompanyId acme;

    /// What belongs to the first company by the type of the parameter that takes it.
    private final Map<Class<?>, List<Object>> acmes = new HashMap<>();

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        acme = fixture.company().id();
        fill();
        fixture.people().companies().insert(new Company(BETA, "Beta", Optional.empty(), false), List.of(), now());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Instant now() {
        return fixture.clock.instant();
    }

    private void fill() {
        var people = fixture.people();
        var site = people.companies().sites(acme).getFirst();
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.enrol().commands().edit(ana, edit(fixture.person(ana), site));
        var bea = fixture.save("Bea", fixture.photos(1));
        people.persons().setLookAlike(ana, bea, fixture.operator(), now());
        people.photos().saveHandedInAgain(bea, fixture.photosOf(ana));
        var photo = people.photos().find(fixture.photosOf(ana).getFirst()).orElseThrow();
        var waiting = people.photos().find(fixture.photosOf(bea).getFirst()).orElseThrow();
        people.photos().setAccepted(photo.id(), Optional.of(now()));
        people.vectors().save(photo.id(), "engine", new float[] {1});
        fixture.enrol().commands().removePhoto(fixture.photosOf(ana).getLast());
        var change = changes().findUndoable(now().minusSeconds(1)).getFirst();
        var jobs = fixture.journal().openSteps(100).stream()
                .map(step -> (Object) step.job())
                .distinct()
                .toList();
        var collection = fixture.collections().findExisting(acme).orElseThrow();

        put(PersonId.class, ana, bea);
        put(PhotoId.class, photo.id(), waiting.id());
        put(Person.class, fixture.person(ana), fixture.person(bea));
        put(PhotoRecord.class, photo, waiting);
        put(CompanyId.class, acme);
        put(Site.class, site);
        put(SiteId.class, site.id());
        put(CollectionRef.class, collection);
        put(
                CollectionUser.class,
                people.collections().user(ana, collection.id()).orElseThrow());
        put(
                IndexedFace.class,
                people.collections().face(photo.id(), collection.id()).orElseThrow());
        put(
                PersonQuery.class,
                PersonQuery.named(acme, ""),
                PersonQuery.named(acme, "ana"),
                new PersonQuery(acme, "", Optional.empty(), Optional.of(site.id()), Optional.empty()));
        put(PersonChange.class, change);
        put(LegalBasis.class, fixture.consent());
        put(PersonEdit.class, PersonEdit.of(fixture.person(ana)));
        var ids = new ArrayList<Object>(jobs);
        ids.addAll(List.of(collection.id(), change.id(), ana.value(), photo.id().value()));
        acmes.put(UUID.class, ids);
        put(
                String.class,
                fixture.userOf(ana),
                photo.sha256(),
                "",
                ana.toString(),
                photo.id().toString());
        put(OperatorId.class, fixture.operator());
        put(EnrolmentStatus.State.class, EnrolmentStatus.State.SAVING);
        put(PersonKind.class, PersonKind.VISITOR);
        put(Instant.class, now().plus(Duration.ofDays(1_000)), Instant.EPOCH);
        put(LocalDate.class, LocalDate.EPOCH);
        put(ConsentCountStore.Answer.class, ConsentCountStore.Answer.AGREED);
        put(Duration.class, Duration.ZERO);
        put(int.class, 100);
        put(boolean.class, true);
        put(byte[].class, new byte[] {1});
        put(float[].class, new float[] {1});
        put(Undo.ChangeKind.class, Undo.ChangeKind.REMOVE);
        put(PhotoProblem.class);
        put(PhotoProblem.Remedy.class);
        put(JobState.class, JobState.WAITING);
        put(Runnable.class, (Runnable) () -> {});
    }

    private static PersonEdit edit(Person person, Site site) {
        return new PersonEdit(
                person.name(), person.kind(), person.contact(), Set.of(site.id()), "note", person.expires());
    }

    private void put(Class<?> type, Object... values) {
        acmes.put(type, List.of(values));
    }

    private ChangeStore changes() {
        return new ChangeStore(
                CompanyScope.ofActive(fixture.application().storage().database()));
    }

    private List<Object> stores() {
        var people = fixture.people();
        return List.of(
                people.persons(),
                people.photos(),
                people.collections(),
                people.collections().losses(),
                people.bases(),
                people.bases().counts(),
                people.holds(),
                people.due(),
                people.vectors(),
                changes(),
                fixture.journal());
    }

    private List<Object> flows() {
        var enrol = fixture.enrol();
        return List.of(
                enrol.commands(), enrol.repairs(), enrol.duplicates(), enrol.retake(), enrol.standings(), enrol.jobs());
    }

    @Test
    void nothingOfAnotherCompanyIsReadOrWrittenByAnyStore() {
        fixture.people().companies().activate(BETA);
        var before = fixture.snapshot();
        var calls = 0;
        var every = new EveryCall(acmes);
        for (var store : stores()) {
            calls += every.callAll(store);
        }
        assertThat(calls).isGreaterThan(100);
        assertThat(fixture.snapshot()).isEqualTo(before);
    }

    @Test
    void nothingOfAnotherCompanyIsReadOrWrittenByAnyFlow() {
        fixture.people().companies().activate(BETA);
        var before = fixture.snapshot();
        var every = new EveryCall(acmes);
        flows().forEach(every::callAll);
        assertThat(fixture.snapshot()).isEqualTo(before);
    }

    @Test
    void nobodyOfAnotherCompanyIsEnrolledAgainAndNoSiteOfItIsChanged() {
        var ana = (PersonId) ofAcme(PersonId.class).getFirst();
        var site = (Site) ofAcme(Site.class).getFirst();
        fixture.people().companies().activate(BETA);
        // The collection of the second company is created by its first enrolment.
        fixture.collection();
        var before = fixture.snapshot();
        var details = fixture.visitor("Ana");
        for (var decision : List.of(new DuplicateDecision.SamePerson(ana), new DuplicateDecision.UpdatedPerson(ana))) {
            assertThatThrownBy(() -> fixture.enrol().enrol().save(details, List.of(), decision))
                    .isInstanceOf(EnrolException.class);
        }
        assertThatThrownBy(() -> fixture.enrol().enrol().addPhotos(ana, List.of()))
                .isInstanceOf(EnrolException.class);
        var sites = fixture.application().setup().companies();
        assertThatThrownBy(() -> sites.rename(site, "Theirs")).isInstanceOf(SetupException.class);
        assertThatThrownBy(() -> sites.remove(site)).isInstanceOf(SetupException.class);
        assertThatThrownBy(() -> sites.addSite(acme, "New")).isInstanceOf(StoreException.class);
        assertThat(fixture.snapshot()).isEqualTo(before);
    }

    @Test
    void noRuleOfAnotherCompanyIsChangedSentOrDeleted() {
        var rules = fixture.application().rules();
        var rule = rules.flow().create();
        var deleted = rules.flow().create();
        rules.flow().delete(deleted.id());
        fixture.people().companies().activate(BETA);
        // The collection of the second company is created by its first use.
        fixture.collection();
        var before = fixture.snapshot();
        assertThatThrownBy(() -> rules.flow().save(rule.id(), rule.draft().withName("Theirs")))
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> rules.flow().delete(rule.id())).isInstanceOf(RuleException.class);
        assertThat(rules.flow().restore(deleted.id())).isFalse();
        var store = rules.rules().store();
        assertThat(store.find(rule.id())).isEmpty();
        assertThat(store.all(acme)).isEmpty();
        store.setDraft(rule.id(), rule.draft().withName("Theirs"), Instant.EPOCH);
        store.clearSent(rule.id());
        assertThatThrownBy(() -> store.insert(rule)).isInstanceOf(StoreException.class);
        assertThat(rules.drift().reportWithoutNetwork(Optional.empty()).entries())
                .isEmpty();
        assertThat(fixture.snapshot()).isEqualTo(before);
    }

    private List<Object> ofAcme(Class<?> type) {
        return Objects.requireNonNull(acmes.get(type));
    }

    @Test
    void theSameReadsFindItInItsOwnCompany() {
        var person = (PersonId) ofAcme(PersonId.class).getFirst();
        var photo = (PhotoId) ofAcme(PhotoId.class).getFirst();
        var collection = fixture.collection();
        var people = fixture.people();
        assertThat(people.persons().find(person)).isPresent();
        assertThat(people.persons()
                        .page(PersonQuery.named(acme, ""), Optional.empty(), 9)
                        .rows())
                .hasSize(2);
        assertThat(people.photos().thumbnail(photo)).isPresent();
        assertThat(people.collections().foundPersons(collection)).contains(person);
        assertThat(people.collections().counts(acme, collection).people()).isEqualTo(2);
        assertThat(people.bases().findByPerson(person)).isNotEmpty();
        assertThat(changes().findUndoable(Instant.EPOCH)).hasSize(2);
        assertThat(fixture.journal().openSteps(100)).isNotEmpty();
        assertThat(fixture.journal().counts().waiting()).isPositive();
    }

    @Test
    void whatWaitsForAnotherCompanyIsPerformedForIt() {
        var bea = (PersonId) ofAcme(PersonId.class).getLast();
        var jobs = fixture.application().storage().journalOfAll().openSteps(100).stream()
                .map(step -> step.job())
                .distinct()
                .toList();
        fixture.people().companies().activate(BETA);
        jobs.forEach(fixture::perform);
        fixture.people().companies().activate(acme);
        fixture.work();
        assertThat(fixture.standing(bea)).isEqualTo(EnrolmentStatus.State.SEARCHABLE);
        assertThat(fixture.usersAtService()).contains(fixture.userOf(bea));
    }

    @Test
    void retentionPeriodsOfAllCompaniesEndAndAreAskedAboutInTheirOwn() {
        for (int i = 0; i < 11; i++) {
            fixture.save("Guest " + i, List.of());
        }
        fixture.people().companies().activate(BETA);
        var guest = fixture.save("Beta's guest", List.of());
        fixture.save("Beta's employee", List.of());
        fixture.clock.pass(Duration.ofDays(8));
        fixture.people().companies().activate(acme);
        fixture.enrol().housekeeping().run();
        var asked = fixture.enrol().housekeeping().question().orElseThrow();
        assertThat(asked.people()).hasSize(13).doesNotContain(guest);
        fixture.people().companies().activate(BETA);
        assertThat(fixture.enrol().housekeeping().question()).isEmpty();
        assertThat(fixture.people().persons().find(guest).orElseThrow().removed())
                .isPresent();
        assertThat(fixture.enrol().housekeeping().approve(asked)).isZero();
        fixture.people().companies().activate(acme);
        assertThat(fixture.people().persons().count(acme)).isEqualTo(13);
        assertThat(fixture.enrol().housekeeping().approve(asked)).isEqualTo(13);
    }
}

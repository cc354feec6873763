package io.vestibule.rules.who;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Company;
import io.vestibule.people.Contact;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Reach;
import io.vestibule.people.Site;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is behind a choice of people and groups.
class MemberResolverTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final CompanyId ACME = new CompanyId("acme-1");
    private static final CompanyId OTHER = new CompanyId("other-2");
    private static final SiteId GATE = SiteId.mint();
    private static final CollectionRef COLLECTION =
            new CollectionRef(UUID.randomUUID(), ACME, "Acme_acme-1", "embedded", "embedded", "local", "1");

    @TempDir
    Path folder;

    private Database database;
    private PeopleStores peopleStores;
    private MemberResolver memberResolver;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        peopleStores = PeopleStores.create(AllCompanies.of(database), () -> NOW);
        peopleStores.companies().insert(new Company(ACME, "Acme", Optional.empty(), true), NOW);
        peopleStores.companies().insert(new Company(OTHER, "Other", Optional.empty(), false), NOW);
        peopleStores.companies().insert(new Site(GATE, ACME, "Gate"));
        peopleStores.companies().insert(COLLECTION);
        memberResolver = new MemberResolver(peopleStores);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nobodyIsBehindNobody() {
        assertThat(members(PeopleChoice.NOBODY)).isEqualTo(Members.NOBODY);
    }

    @Test
    void whoIsChosenCountsWhetherFoundByTheCollectionOrNot() {
        Person found = active("Ada", PersonKind.VISITOR);
        Person waiting = person("Bea", PersonKind.VISITOR, ACME, Set.of());

        Members members = members(chosen(found, waiting));

        assertThat(members.known())
                .containsExactly(new Member(found, Reach.FOUND, true), new Member(waiting, Reach.NEVER, true));
        assertThat(members.userIds()).containsExactly(id(found), id(waiting));
        assertThat(members.notActive()).extracting(Member::person).containsExactly(waiting);
        assertThat(members.leftOut()).isZero();
    }

    @Test
    void aPersonKeepsTheIdThatAnotherProgramGave() {
        var ada = new Person(
                PersonId.mint(),
                ACME,
                "ada-1738375179381",
                PersonKind.VISITOR,
                "Ada",
                Contact.NONE,
                Set.of(),
                "",
                Optional.empty(),
                NOW,
                Optional.empty(),
                false);
        peopleStores.persons().insert(ada);
        active(ada);

        assertThat(members(chosen(ada)).known()).containsExactly(new Member(ada, Reach.FOUND, true));
    }

    @Test
    void ofAGroupOnlyThoseCountWhoCanBeFound() {
        Person found = active("Ada", PersonKind.VISITOR);
        person("Bea", PersonKind.VISITOR, ACME, Set.of());

        Members members = members(every(Optional.of(PersonKind.VISITOR), Optional.empty()));

        assertThat(members.userIds()).containsExactly(id(found));
        assertThat(members.notActive()).isEmpty();
        assertThat(members.leftOut()).isEqualTo(1);
    }

    @Test
    void aGroupIsOfItsKind() {
        Person visitor = active("Ada", PersonKind.VISITOR);
        active("Bea", PersonKind.EMPLOYEE);
        active("Cleo", PersonKind.WATCH);

        assertThat(members(every(Optional.of(PersonKind.VISITOR), Optional.empty()))
                        .userIds())
                .containsExactly(id(visitor));
        assertThat(members(every(Optional.empty(), Optional.empty())).userIds()).hasSize(3);
    }

    @Test
    void aGroupIsOfItsSite() {
        Person here = person("Ada", PersonKind.VISITOR, ACME, Set.of(GATE));
        active(here);
        active("Bea", PersonKind.VISITOR);

        assertThat(members(every(Optional.empty(), Optional.of(GATE))).userIds())
                .containsExactly(id(here));
    }

    @Test
    void whoIsChosenAndInAGroupIsOneAndStaysChosen() {
        Person ada = person("Ada", PersonKind.VISITOR, ACME, Set.of());

        Members members = members(chosen(ada).with(new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty())));

        assertThat(members.known()).containsExactly(new Member(ada, Reach.NEVER, true));
    }

    @Test
    void whoIsInTwoGroupsIsOne() {
        active("Ada", PersonKind.VISITOR);

        assertThat(members(every(Optional.empty(), Optional.empty())
                                .with(new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty())))
                        .known())
                .hasSize(1);
    }

    @Test
    void whoWasRemovedIsUnknown() {
        Person ada = active("Ada", PersonKind.VISITOR);
        peopleStores.persons().setRemoved(ada.id(), Optional.of(NOW));

        assertThat(members(chosen(ada)).unknown()).containsExactly(id(ada));
        assertThat(members(every(Optional.empty(), Optional.empty())).known()).isEmpty();
    }

    @Test
    void whoIsOfAnotherCompanyIsUnknown() {
        Person theirs = person("Theirs", PersonKind.VISITOR, OTHER, Set.of());

        assertThat(members(chosen(theirs)).unknown()).containsExactly(id(theirs));
        assertThat(members(every(Optional.empty(), Optional.empty())).known()).isEmpty();
    }

    @Test
    void anIdOfAnotherShapeIsUnknownAndIsSentAllTheSame() {
        Members members = members(PeopleChoice.NOBODY.with("somebody-elses").with("11111111-gone"));

        assertThat(members.unknown()).containsExactly("somebody-elses", "11111111-gone");
        assertThat(members.userIds()).containsExactly("somebody-elses", "11111111-gone");
    }

    @Test
    void aChoiceHoldsEachOnceInTheOrderOfChoosing() {
        PeopleQuery all = new PeopleQuery(Optional.empty(), Optional.empty());

        PeopleChoice choice =
                PeopleChoice.NOBODY.with("b").with("a").with("b").with(all).with(all);

        assertThat(choice.userIds()).containsExactly("b", "a");
        assertThat(choice.queries()).containsExactly(all);
        assertThat(choice.without("b").without(all)).isEqualTo(PeopleChoice.NOBODY.with("a"));
        assertThat(choice.without("a").without("b").isEmpty()).isFalse();
    }

    private Members members(PeopleChoice choice) {
        return memberResolver.resolve(choice, COLLECTION);
    }

    private static PeopleChoice chosen(Person... persons) {
        return new PeopleChoice(
                List.of(persons).stream().map(MemberResolverTest::id).toList(), List.of());
    }

    private static PeopleChoice every(Optional<PersonKind> kind, Optional<SiteId> site) {
        return PeopleChoice.NOBODY.with(new PeopleQuery(kind, site));
    }

    private Person active(String name, PersonKind kind) {
        return active(person(name, kind, ACME, Set.of()));
    }

    private Person active(Person person) {
        peopleStores
                .collections()
                .saveAdopted(new CollectionUser(person.id(), COLLECTION.id(), id(person), CollectionUser.ACTIVE));
        return person;
    }

    private Person person(String name, PersonKind kind, CompanyId company, Set<SiteId> sites) {
        Person person = new Person(
                PersonId.mint(),
                company,
                UUID.randomUUID(),
                kind,
                name,
                Contact.NONE,
                sites,
                "",
                Optional.of(NOW.plusSeconds(1_000)),
                NOW,
                Optional.empty(),
                false);
        peopleStores.persons().insert(person);
        return person;
    }

    private static String id(Person person) {
        return person.externalId();
    }
}

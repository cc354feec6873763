package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/// People, their name index, and the sites they are assigned to.
public final class PersonStore {

    private static final String TABLE = "person";

    private final CompanyScope scope;
    private final NameIndexStore entries;
    private final PhotoStore photos;
    private final String select;
    private final String selectRows;

    public PersonStore(CompanyScope scope) {
        this.scope = scope;
        this.entries = new NameIndexStore(scope);
        this.photos = new PhotoStore(scope);
        var intact = scope.rows().intact(TABLE, "p");
        this.select = "select " + PersonRowStore.COLUMNS + intact + " from person p where ";
        this.selectRows = PersonRowStore.LISTED.formatted(intact);
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the person is not of this scope
    public void insert(Person person) {
        scope.requireOwned(person.company().value());
        scope.transaction(() -> {
            scope.with(handle -> handle.createUpdate(
                            "insert into person (id, company_id, external_id, foreign_user, kind, name,"
                                    + " search_key, email, phone, host, note, sample, standing, expires_at, created_at, version) values"
                                    + " (:id, :company, :external, :foreign, :kind, :name, :key, :email, :phone, :host, :note, :sample,"
                                    + " :standing, :expires, :created, 0)")
                    .bind("id", person.id().value())
                    .bind("company", person.company().value())
                    .bind("external", UserIds.own(person).orElseGet(UUID::randomUUID))
                    .bind("foreign", UserIds.own(person).isPresent() ? null : person.externalId())
                    .bind("kind", person.kind().name())
                    .bind("name", person.name())
                    .bind("key", NameTokens.normalize(person.name()))
                    .bind("email", person.contact().email())
                    .bind("phone", person.contact().phone())
                    .bind("host", person.contact().host())
                    .bind("note", person.note())
                    .bind("sample", person.sample())
                    .bind("standing", EnrolmentStatus.State.NO_PHOTO.name())
                    .bind("expires", Sql.utc(person.expires()))
                    .bind("created", Sql.utc(person.created()))
                    .execute());
            writeSites(person);
            entries.reindex(person, EnrolmentStatus.State.NO_PHOTO);
        });
    }

    /// Overwrites name, contact, sites, note, kind and expiry.
    ///
    /// @throws io.vestibule.store.StoreException `store.other-company` if the person is not of this scope
    public void update(Person person) {
        scope.requirePerson(person.id().value());
        scope.transaction(() -> {
            scope.with(handle -> handle.createUpdate("update person set kind = :kind, name = :name,"
                            + " search_key = :key, email = :email, phone = :phone, host = :host, note = :note,"
                            + " expires_at = :expires, version = version + 1 where id = :id and "
                            + scope.owns("company_id"))
                    .bind("id", person.id().value())
                    .bind("kind", person.kind().name())
                    .bind("name", person.name())
                    .bind("key", NameTokens.normalize(person.name()))
                    .bind("email", person.contact().email())
                    .bind("phone", person.contact().phone())
                    .bind("host", person.contact().host())
                    .bind("note", person.note())
                    .bind("expires", Sql.utc(person.expires()))
                    .execute());
            scope.with(handle -> handle.execute(
                    "delete from person_site where person_id = ? and " + scope.ownsPerson("person_id"),
                    person.id().value()));
            writeSites(person);
            reindex(person.id());
        });
    }

    private void writeSites(Person person) {
        scope.with(handle -> {
            var sites = handle.prepareBatch("insert into person_site (person_id, site_id) values (?, ?)");
            person.sites().forEach(site -> sites.add(person.id().value(), site.value()));
            return person.sites().isEmpty() ? 0 : sites.execute().length;
        });
    }

    /// Hidden people are in no list.
    private void reindex(PersonId id) {
        readUnchecked(id)
                .filter(person -> person.removed().isEmpty())
                .ifPresentOrElse(
                        person -> status(id).ifPresent(state -> entries.reindex(person, state)),
                        () -> entries.remove(id));
    }

    /// @throws io.vestibule.store.DamagedRowException if the person's row is damaged
    public Optional<Person> find(PersonId person) {
        return scope.with(handle -> handle.createQuery(select + scope.owns("p.company_id") + " and p.id = :id")
                .bind("id", person.value())
                .map((rows, _) -> person(rows))
                .findOne());
    }

    /// Also somebody whose row is damaged, who has to be removed from the lists all the same.
    private Optional<Person> readUnchecked(PersonId person) {
        return scope.with(handle -> handle.createQuery(select + scope.owns("p.company_id") + " and p.id = :id")
                .bind("id", person.value())
                .map((rows, _) -> PersonRowStore.person(rows))
                .findOne());
    }

    /// The person who is this user in every collection.
    ///
    /// @param userId id of a user of a collection; users that another program created need not be people
    public Optional<Person> findByExternalId(String userId) {
        var foreign = findByUser("p.foreign_user = :user", userId);
        return foreign.isPresent() || !UserIds.isUuid(userId)
                ? foreign
                : findByUser("p.external_id = cast(:user as uuid) and p.foreign_user is null", userId);
    }

    private Optional<Person> findByUser(String condition, String userId) {
        return scope.with(handle -> handle.createQuery(select + scope.owns("p.company_id") + " and " + condition)
                .bind("user", userId)
                .map((rows, _) -> person(rows))
                .findOne());
    }

    /// People of the company in the order of the list, each of whose names has a word for every typed one: one that
    /// begins with it first, then one that contains it or differs in one letter.
    ///
    /// @param typed any text; an empty one matches everybody
    public List<Person> search(CompanyId company, String typed, int limit) {
        return entries.findAfter(PersonQuery.named(company, typed), Optional.empty(), limit).stream()
                .map(PersonQuery.Key::person)
                .map(this::findIntact)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Person> findIntact(PersonId person) {
        return scope.with(handle -> handle.createQuery(select + scope.owns("p.company_id") + " and p.id = :id")
                .bind("id", person.value())
                .map((rows, _) -> intact(rows))
                .findOne()
                .flatMap(found -> found));
    }

    /// Reads the page of the list after a cursor.
    ///
    /// @param after cursor of the previous page; empty for the first page
    /// @param limit maximum number of rows
    public PersonPage page(PersonQuery query, Optional<PersonQuery.Key> after, int limit) {
        var keys = entries.findAfter(query, after, limit);
        var rows = keys.isEmpty()
                ? Map.<PersonId, PersonPage.Row>of()
                : rows(keys.stream().map(PersonQuery.Key::person).toList());
        return new PersonPage(
                keys.stream()
                        .map(key -> Optional.ofNullable(rows.get(key.person())))
                        .flatMap(Optional::stream)
                        .toList(),
                keys.size() < limit ? Optional.empty() : keys.isEmpty() ? after : Optional.of(keys.getLast()));
    }

    /// The person's row of the list; empty if the person is erased or hidden.
    public Optional<PersonPage.Row> row(PersonId person) {
        return Optional.ofNullable(rows(List.of(person)).get(person));
    }

    private Map<PersonId, PersonPage.Row> rows(List<PersonId> people) {
        return scope.with(handle -> handle
                .createQuery(selectRows + scope.owns("p.company_id"))
                .bindList("ids", people.stream().map(PersonId::value).toList())
                .map((rows, _) ->
                        isIntact(rows) ? Optional.of(PersonRowStore.listed(rows)) : Optional.<PersonPage.Row>empty())
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(PersonPage.Row::person, row -> row)));
    }

    /// The person's status as last stored.
    public Optional<EnrolmentStatus.State> status(PersonId person) {
        return scope.with(handle -> handle.createQuery(
                        "select standing from person where id = :id and " + scope.owns("company_id"))
                .bind("id", person.value())
                .map((rows, _) -> EnrolmentStatus.State.valueOf(rows.getString(1)))
                .findOne());
    }

    /// Stores the person's status.
    ///
    /// @return whether it changed
    public boolean setStatus(PersonId person, EnrolmentStatus.State state) {
        return scope.inTransaction(() -> {
            var before = status(person);
            if (before.isEmpty() || before.get() == state) {
                return false;
            }
            scope.with(handle -> handle.execute(
                    "update person set standing = ? where id = ? and " + scope.owns("company_id"),
                    state.name(),
                    person.value()));
            if (before.get().group() != state.group()) {
                reindex(person);
            }
            return true;
        });
    }

    /// People whose stored status is one that changes automatically.
    public List<PersonId> findWithTransientStatus() {
        var passing = Stream.of(EnrolmentStatus.State.values())
                .filter(state -> !state.isStable())
                .map(Enum::name)
                .toList();
        return scope.with(handle -> handle.createQuery(
                        "select id from person where standing in (<passing>) and removed_at is null and "
                                + scope.owns("company_id"))
                .bindList("passing", passing)
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .list());
    }

    /// Adds up to `most` people of an earlier version to the name index.
    ///
    /// @return number of people added
    public int backfillNameIndex(int most) {
        return scope.inTransaction(() -> {
            var people = scope.with(handle -> handle.createQuery("select person_id from person_unlisted where "
                            + scope.ownsPerson("person_id") + " fetch first :most rows only")
                    .bind("most", most)
                    .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                    .list());
            people.forEach(this::renormalize);
            return people.size();
        });
    }

    private void renormalize(PersonId id) {
        findIntact(id)
                .ifPresent(person -> scope.with(handle -> handle.execute(
                        "update person set search_key = ? where id = ? and " + scope.owns("company_id"),
                        NameTokens.normalize(person.name()),
                        id.value())));
        reindex(id);
    }

    /// Everybody of that kind at that site, by name.
    public List<Person> findAll(CompanyId company, Optional<PersonKind> kind, Optional<SiteId> site) {
        return scope.with(handle -> {
            Query query = handle.createQuery(select + "p.company_id = :company and " + scope.owns("p.company_id")
                            + " and p.removed_at is null"
                            + (kind.isPresent() ? " and p.kind = :kind" : "")
                            + (site.isPresent()
                                    ? " and p.id in (select s.person_id from person_site s where s.site_id = :site)"
                                    : "")
                            + " order by p.search_key, p.id")
                    .bind("company", company.value());
            kind.ifPresent(wanted -> query.bind("kind", wanted.name()));
            site.ifPresent(wanted -> query.bind("site", wanted.value()));
            return query.map((rows, _) -> intact(rows)).stream()
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    /// The ids of the company's people who are not removed, in their order, after one of them.
    public List<PersonId> idsAfter(CompanyId company, Optional<PersonId> last, int most) {
        return scope.with(handle -> handle.createQuery("select id from person where company_id = :company and "
                        + scope.owns("company_id")
                        + " and removed_at is null and (cast(:last as uuid) is null or id > :last)"
                        + " order by id fetch first :most rows only")
                .bind("company", company.value())
                .bind("last", last.map(PersonId::value).orElse(null))
                .bind("most", most)
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .list());
    }

    public long count(CompanyId company) {
        return scope.with(handle -> handle.createQuery(
                        "select count(*) from person where company_id = :company and removed_at is null and "
                                + scope.owns("company_id"))
                .bind("company", company.value())
                .mapTo(Long.class)
                .one());
    }

    public List<PersonId> samplePersons(CompanyId company) {
        return scope.with(handle -> handle.createQuery(
                        "select id from person where company_id = :company and sample and removed_at is null and "
                                + scope.owns("company_id"))
                .bind("company", company.value())
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .list());
    }

    /// People of the company whose expiry is past and who are not removed yet.
    public List<PersonId> expired(CompanyId company, Instant now) {
        return scope.with(
                handle -> handle.createQuery("select id from person where expires_at <= :now and removed_at is null"
                                + " and (held_until is null or held_until <= :now) and company_id = :company and "
                                + scope.owns("company_id")
                                + " order by expires_at, id")
                        .bind("now", Sql.utc(now))
                        .bind("company", company.value())
                        .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                        .list());
    }

    /// Hides a person with all photos, or shows a hidden one.
    public void setRemoved(PersonId person, Optional<Instant> at) {
        scope.transaction(() -> {
            scope.with(handle -> handle.createUpdate(
                            "update person set removed_at = :at, version = version + 1 where id = :id and "
                                    + scope.owns("company_id"))
                    .bind("at", Sql.utc(at))
                    .bind("id", person.value())
                    .execute());
            photos.setPersonRemoved(person, at.isPresent());
            reindex(person);
        });
    }

    /// Deletes the person and all rows that refer to them.
    public void delete(PersonId person) {
        scope.transaction(() -> {
            entries.remove(person);
            scope.with(handle ->
                    handle.execute("delete from person where id = ? and " + scope.owns("company_id"), person.value()));
        });
    }

    /// Stores that these two are not the same person, so that the question is not asked again.
    ///
    /// @throws io.vestibule.store.StoreException `store.other-company` if one of them is not of this scope
    public void setLookAlike(PersonId one, PersonId other, io.vestibule.base.OperatorId operator, Instant now) {
        scope.requirePerson(one.value());
        scope.requirePerson(other.value());
        scope.with(handle -> handle.createUpdate("insert into look_alike (one_id, other_id, operator_id, decided_at)"
                        + " select :one, :other, :operator, :now where not exists"
                        + " (select 1 from look_alike where one_id = :one and other_id = :other)")
                .bind("one", one.value())
                .bind("other", other.value())
                .bind("operator", operator.value())
                .bind("now", Sql.utc(now))
                .execute());
    }

    /// People who were confirmed to look like this person and be somebody else.
    public Set<PersonId> lookAlikes(PersonId person) {
        return scope.with(handle -> handle.createQuery("select other_id from look_alike where one_id = :id and "
                        + scope.ownsPerson("one_id") + " union select one_id from look_alike where other_id = :id and "
                        + scope.ownsPerson("other_id"))
                .bind("id", person.value())
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private Person person(ResultSet rows) throws SQLException {
        scope.rows().requireIntact(rows, TABLE, rows.getObject("id", UUID.class));
        return PersonRowStore.person(rows);
    }

    /// For lists, which go on without a person whose row is damaged.
    private Optional<Person> intact(ResultSet rows) throws SQLException {
        return isIntact(rows) ? Optional.of(PersonRowStore.person(rows)) : Optional.empty();
    }

    private boolean isIntact(ResultSet rows) throws SQLException {
        return scope.rows().isIntact(rows, TABLE, rows.getObject("id", UUID.class));
    }
}

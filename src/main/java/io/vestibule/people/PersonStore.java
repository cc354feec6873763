package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/// People, the words that find them, and the sites they come to.
public final class PersonStore {

    private static final String COLUMNS =
            "p.id, p.company_id, p.external_id, p.kind, p.name, p.email, p.phone, p.host, p.note, p.sample,"
                    + " p.expires_at, p.created_at, p.removed_at,"
                    + " (select listagg(cast(s.site_id as varchar(36)), ',') from person_site s where s.person_id = p.id)"
                    + " as sites";
    private static final String SELECT = "select " + COLUMNS + " from person p ";

    private final Database database;

    public PersonStore(Database database) {
        this.database = database;
    }

    public void insert(Person person) {
        database.transaction(() -> {
            database.with(handle -> handle.createUpdate("insert into person (id, company_id, external_id, kind, name,"
                            + " search_key, email, phone, host, note, sample, expires_at, created_at, version) values"
                            + " (:id, :company, :external, :kind, :name, :key, :email, :phone, :host, :note, :sample,"
                            + " :expires, :created, 0)")
                    .bind("id", person.id().value())
                    .bind("company", person.company().value())
                    .bind("external", person.externalId())
                    .bind("kind", person.kind().name())
                    .bind("name", person.name())
                    .bind("key", Words.key(person.name()))
                    .bind("email", person.contact().email())
                    .bind("phone", person.contact().phone())
                    .bind("host", person.contact().host())
                    .bind("note", person.note())
                    .bind("sample", person.sample())
                    .bind("expires", Sql.utc(person.expires()))
                    .bind("created", Sql.utc(person.created()))
                    .execute());
            index(person);
        });
    }

    /// Overwrites name, contact, sites, note, kind and expiry.
    public void update(Person person) {
        database.transaction(() -> {
            database.with(handle -> handle.createUpdate("update person set kind = :kind, name = :name,"
                            + " search_key = :key, email = :email, phone = :phone, host = :host, note = :note,"
                            + " expires_at = :expires, version = version + 1 where id = :id")
                    .bind("id", person.id().value())
                    .bind("kind", person.kind().name())
                    .bind("name", person.name())
                    .bind("key", Words.key(person.name()))
                    .bind("email", person.contact().email())
                    .bind("phone", person.contact().phone())
                    .bind("host", person.contact().host())
                    .bind("note", person.note())
                    .bind("expires", Sql.utc(person.expires()))
                    .execute());
            database.with(handle -> handle.execute(
                    "delete from person_term where person_id = ?", person.id().value()));
            database.with(handle -> handle.execute(
                    "delete from person_site where person_id = ?", person.id().value()));
            index(person);
        });
    }

    private void index(Person person) {
        database.with(handle -> {
            var terms = handle.prepareBatch("insert into person_term (company_id, term, person_id) values (?, ?, ?)");
            var words = Words.of(person.name());
            words.forEach(word ->
                    terms.add(person.company().value(), word, person.id().value()));
            var sites = handle.prepareBatch("insert into person_site (person_id, site_id) values (?, ?)");
            person.sites().forEach(site -> sites.add(person.id().value(), site.value()));
            return (words.isEmpty() ? 0 : terms.execute().length)
                    + (person.sites().isEmpty() ? 0 : sites.execute().length);
        });
    }

    public Optional<Person> find(PersonId person) {
        return database.with(handle -> handle.createQuery(SELECT + "where p.id = :id")
                .bind("id", person.value())
                .map((rows, _) -> person(rows))
                .findOne());
    }

    /// The person who is this user in every collection.
    public Optional<Person> withExternalId(String userId) {
        return database.with(handle -> handle.createQuery(SELECT + "where p.external_id = cast(:user as uuid)")
                .bind("user", userId)
                .map((rows, _) -> person(rows))
                .findOne());
    }

    /// People of the company in the order of their names, those whose every typed word starts a word of the name.
    ///
    /// @param typed anything; nothing finds everybody
    public List<Person> search(CompanyId company, String typed, int limit) {
        var words = Words.of(typed);
        var sql = new StringBuilder(SELECT).append("where p.company_id = :company and p.removed_at is null");
        for (int i = 0; i < words.size(); i++) {
            sql.append(
                            " and p.id in (select t.person_id from person_term t where t.company_id = :company and t.term >= :from")
                    .append(i)
                    .append(" and t.term < :to")
                    .append(i)
                    .append(')');
        }
        sql.append(" order by p.search_key, p.id fetch first :limit rows only");
        return database.with(handle -> {
            Query query = handle.createQuery(sql.toString())
                    .bind("company", company.value())
                    .bind("limit", limit);
            for (int i = 0; i < words.size(); i++) {
                query.bind("from" + i, words.get(i)).bind("to" + i, words.get(i) + Character.MAX_VALUE);
            }
            return query.map((rows, _) -> person(rows)).list();
        });
    }

    /// Everybody of that kind at that site, by name.
    public List<Person> every(CompanyId company, Optional<PersonKind> kind, Optional<SiteId> site) {
        return database.with(handle -> {
            Query query = handle.createQuery(SELECT + "where p.company_id = :company and p.removed_at is null"
                            + (kind.isPresent() ? " and p.kind = :kind" : "")
                            + (site.isPresent()
                                    ? " and p.id in (select s.person_id from person_site s where s.site_id = :site)"
                                    : "")
                            + " order by p.search_key, p.id")
                    .bind("company", company.value());
            kind.ifPresent(wanted -> query.bind("kind", wanted.name()));
            site.ifPresent(wanted -> query.bind("site", wanted.value()));
            return query.map((rows, _) -> person(rows)).list();
        });
    }

    public long count(CompanyId company) {
        return database.with(handle -> handle.createQuery(
                        "select count(*) from person where company_id = :company and removed_at is null")
                .bind("company", company.value())
                .mapTo(Long.class)
                .one());
    }

    public List<PersonId> samples(CompanyId company) {
        return database.with(handle -> handle.createQuery(
                        "select id from person where company_id = :company and sample and removed_at is null")
                .bind("company", company.value())
                .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                .list());
    }

    /// People whose time is over and who are still there.
    public List<PersonId> expired(Instant now) {
        return database.with(
                handle -> handle.createQuery("select id from person where expires_at <= :now and removed_at is null")
                        .bind("now", Sql.utc(now))
                        .map((rows, _) -> new PersonId(rows.getObject(1, UUID.class)))
                        .list());
    }

    /// Hides a person, or shows them again.
    public void setRemoved(PersonId person, Optional<Instant> at) {
        database.with(handle -> handle.createUpdate(
                        "update person set removed_at = :at, version = version + 1 where id = :id")
                .bind("at", Sql.utc(at))
                .bind("id", person.value())
                .execute());
    }

    /// Deletes the person and everything that hangs on them here.
    public void delete(PersonId person) {
        database.with(handle -> handle.execute("delete from person where id = ?", person.value()));
    }

    /// Remembers that these two are not the same person, so that nobody is asked again.
    public void setLookAlike(PersonId one, PersonId other, io.vestibule.base.OperatorId operator, Instant now) {
        database.with(handle -> handle.createUpdate("insert into look_alike (one_id, other_id, operator_id, decided_at)"
                        + " select :one, :other, :operator, :now where not exists"
                        + " (select 1 from look_alike where one_id = :one and other_id = :other)")
                .bind("one", one.value())
                .bind("other", other.value())
                .bind("operator", operator.value())
                .bind("now", Sql.utc(now))
                .execute());
    }

    private static Person person(ResultSet rows) throws SQLException {
        return new Person(
                new PersonId(rows.getObject("id", UUID.class)),
                new CompanyId(rows.getString("company_id")),
                rows.getObject("external_id", UUID.class),
                PersonKind.valueOf(rows.getString("kind")),
                rows.getString("name"),
                new Contact(rows.getString("email"), rows.getString("phone"), rows.getString("host")),
                sites(Optional.ofNullable(rows.getString("sites"))),
                rows.getString("note"),
                Sql.instant(rows.getObject("expires_at", OffsetDateTime.class)),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                Sql.instant(rows.getObject("removed_at", OffsetDateTime.class)),
                rows.getBoolean("sample"));
    }

    private static Set<SiteId> sites(Optional<String> joined) {
        return joined.stream()
                .flatMap(ids -> java.util.Arrays.stream(ids.split(",")))
                .map(SiteId::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}

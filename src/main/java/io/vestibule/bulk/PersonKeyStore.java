package io.vestibule.bulk;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tables `person_key` and `import_mapping`: under which number another system knows a person, and what the columns
/// of its lists hold.
public final class PersonKeyStore {

    /// @param digest of the row as it was imported last
    public record PersonKey(String key, PersonId person, String digest) {}

    private final CompanyScope scope;

    public PersonKeyStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @param key capital letters make no difference
    public Optional<PersonKey> find(CompanyId company, String key) {
        return scope.with(handle -> handle.createQuery("select external_key, person_id, row_digest from person_key"
                        + " where company_id = :company and external_key = :key and " + scope.owns("company_id"))
                .bind("company", company.value())
                .bind("key", normal(key))
                .map((rows, _) -> new PersonKey(
                        rows.getString(1), new PersonId(rows.getObject(2, UUID.class)), rows.getString(3)))
                .findOne());
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the person is not of this scope
    void put(CompanyId company, PersonKey key, String origin) {
        var person = key.person();
        scope.requirePerson(person.value());
        scope.transaction(() -> {
            remove(company, key.key());
            scope.with(handle -> handle.execute(
                    "insert into person_key (id, company_id, external_key, person_id, row_digest, origin)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    company.value(),
                    normal(key.key()),
                    person.value(),
                    key.digest(),
                    origin));
        });
    }

    /// These people were named by the list.
    ///
    /// @param origin of the list, see [ImportPlan#origin]
    void setOrigin(CompanyId company, Collection<String> keys, String origin) {
        scope.transaction(() -> scope.with(handle -> {
            var batch = handle.prepareBatch("update person_key set origin = :origin where company_id = :company"
                    + " and external_key = :key and (origin is null or origin <> :origin) and "
                    + scope.owns("company_id"));
            for (var key : keys) {
                batch.bind("origin", origin)
                        .bind("company", company.value())
                        .bind("key", normal(key))
                        .add();
            }
            return keys.isEmpty() ? 0 : batch.execute().length;
        }));
    }

    /// A page of the people whom a list named last, in the order of their keys.
    ///
    /// @param after last key of the page before; empty for the first page
    public List<PersonKey> ofOrigin(CompanyId company, String origin, String after, int most) {
        return scope.with(handle -> handle.createQuery("select k.external_key, k.person_id, k.row_digest"
                        + " from person_key k join person p on p.id = k.person_id where k.company_id = :company"
                        + " and k.origin = :origin and k.external_key > :after and p.removed_at is null and "
                        + scope.owns("k.company_id") + " order by k.external_key fetch first :most rows only")
                .bind("company", company.value())
                .bind("origin", origin)
                .bind("after", after)
                .bind("most", most)
                .map((rows, _) -> new PersonKey(
                        rows.getString(1), new PersonId(rows.getObject(2, UUID.class)), rows.getString(3)))
                .list());
    }

    /// All keys of a person.
    public List<String> of(PersonId person) {
        return scope.with(handle -> handle.createQuery("select external_key from person_key where person_id = :person"
                        + " and " + scope.owns("company_id"))
                .bind("person", person.value())
                .mapTo(String.class)
                .list());
    }

    void remove(CompanyId company, String key) {
        scope.with(handle -> handle.execute(
                "delete from person_key where company_id = ? and external_key = ? and " + scope.owns("company_id"),
                company.value(),
                normal(key)));
    }

    /// A page of all keys in their order.
    ///
    /// @param after last key of the page before; empty for the first page
    public List<PersonKey> page(CompanyId company, String after, int most) {
        return scope.with(handle -> handle.createQuery("select k.external_key, k.person_id, k.row_digest"
                        + " from person_key k join person p on p.id = k.person_id where k.company_id = :company"
                        + " and p.removed_at is null and k.external_key > :after and " + scope.owns("k.company_id")
                        + " order by k.external_key fetch first :most rows only")
                .bind("company", company.value())
                .bind("after", after)
                .bind("most", most)
                .map((rows, _) -> new PersonKey(
                        rows.getString(1), new PersonId(rows.getObject(2, UUID.class)), rows.getString(3)))
                .list());
    }

    /// The mapping of the last list with this header.
    public Optional<String> mapping(CompanyId company, String headerDigest) {
        return scope.with(handle -> handle.createQuery("select mapping from import_mapping where company_id = :company"
                        + " and header = :header and " + scope.owns("company_id"))
                .bind("company", company.value())
                .bind("header", headerDigest)
                .mapTo(String.class)
                .findOne());
    }

    void remember(CompanyId company, String headerDigest, String mapping) {
        scope.requireOwned(company.value());
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "delete from import_mapping where company_id = ? and header = ? and " + scope.owns("company_id"),
                    company.value(),
                    headerDigest));
            scope.with(handle -> handle.execute(
                    "insert into import_mapping (company_id, header, mapping) values (?, ?, ?)",
                    company.value(),
                    headerDigest,
                    mapping));
        });
    }

    public static String normal(String key) {
        return key.strip().toLowerCase(java.util.Locale.ROOT);
    }
}

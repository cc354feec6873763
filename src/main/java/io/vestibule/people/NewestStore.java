package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The people of a company and of each site in the order in which they were added, latest first. Like the names, they
/// are stored by kind and status, so that every filter is a range scan of the key, with constant cost per page.
final class NewestStore {

    /// The database's order: it compares the digits of an id, which `UUID` itself does not.
    private static final Comparator<PersonQuery.Key> ORDER = Comparator.<PersonQuery.Key>comparingLong(
                    key -> place(key))
            .thenComparing(key -> key.person().toString());

    private final CompanyScope scope;

    NewestStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @param scopes the company and each site of the person
    /// @param part see [NameIndexStore]
    static void insert(Handle handle, Person person, List<String> scopes, int part) {
        var rows = handle.prepareBatch("insert into person_newest (scope, part, place, person_id) values (?, ?, ?, ?)");
        scopes.forEach(each ->
                rows.add(each, part, place(person.created()), person.id().value()));
        rows.execute();
    }

    void remove(PersonId person) {
        scope.with(handle -> handle.execute(
                "delete from person_newest where person_id = ? and " + scope.ownsPerson("person_id"), person.value()));
    }

    /// Ascending numbers of people who were added one before the other: the time before 1970 in milliseconds.
    private static long place(Instant added) {
        return -added.toEpochMilli();
    }

    private static long place(PersonQuery.Key key) {
        return Long.parseLong(key.term());
    }

    /// @param parts the parts that the filters leave
    /// @param entries id of the company or of the site
    List<PersonQuery.Key> findAfter(
            Handle handle,
            String company,
            String entries,
            List<Integer> parts,
            Optional<PersonQuery.Key> after,
            int limit) {
        var sql = "select place, person_id from person_newest where scope = :scope and part = :part and place >= :from"
                + (after.isPresent() ? " and (place > :from or person_id > :person)" : "")
                + " and " + scope.owns(":company")
                + " order by scope, part, place, person_id fetch first :limit rows only";
        List<PersonQuery.Key> found = List.of();
        for (var part : parts) {
            var select = handle.createQuery(sql)
                    .bind("scope", entries)
                    .bind("company", company)
                    .bind("part", part)
                    .bind("from", after.map(NewestStore::place).orElse(Long.MIN_VALUE))
                    .bind("limit", limit);
            after.ifPresent(key -> select.bind("person", key.person().value()));
            var more = select.map((rows, _) -> new PersonQuery.Key(
                            Long.toString(rows.getLong("place")),
                            new PersonId(rows.getObject("person_id", UUID.class))))
                    .list();
            found = Stream.concat(found.stream(), more.stream())
                    .sorted(ORDER)
                    .limit(limit)
                    .toList();
        }
        return found;
    }
}

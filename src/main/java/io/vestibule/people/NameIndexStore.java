package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The name index: finds people in the order of the list by range scans of its key, with constant cost per page.
final class NameIndexStore {

    /// The database's order: it compares the digits of an id, which `UUID` itself does not.
    private static final Comparator<PersonQuery.Key> ORDER = Comparator.comparing(PersonQuery.Key::term)
            .thenComparing(key -> key.person().toString());

    /// Number of names counted for each word before the leading word is chosen: enough to tell a common word from a
    /// rare one.
    private static final int SAMPLE = 100;

    private final Database database;

    NameIndexStore(Database database) {
        this.database = database;
    }

    /// Replaces the index entries of a person.
    void reindex(Person person, EnrolmentStatus.State state) {
        database.transaction(() -> {
            remove(person.id());
            database.with(handle -> insert(handle, person, state));
        });
    }

    void remove(PersonId person) {
        database.with(handle -> handle.execute("delete from person_entry where person_id = ?", person.value())
                + handle.execute("delete from person_unlisted where person_id = ?", person.value()));
    }

    private static int insert(Handle handle, Person person, EnrolmentStatus.State state) {
        var entries =
                handle.prepareBatch("insert into person_entry (scope, part, term, person_id) values (?, ?, ?, ?)");
        var scopes = Stream.concat(
                        Stream.of(person.company().value()),
                        person.sites().stream().map(Object::toString))
                .toList();
        var first = true;
        for (var rotation : NameTokens.rotations(NameTokens.normalize(person.name()))) {
            for (var scope : scopes) {
                entries.add(
                        scope,
                        part(person.kind(), state.group(), first),
                        rotation,
                        person.id().value());
            }
            first = false;
        }
        return entries.execute().length;
    }

    /// Up to `limit` people after the cursor `after`, and at least one if there is one.
    List<PersonQuery.Key> findAfter(PersonQuery query, Optional<PersonQuery.Key> after, int limit) {
        var words = NameTokens.tokenize(query.typed());
        var leadingWord = leadingWord(query, words, after);
        var found = new ArrayList<PersonQuery.Key>();
        var from = after;
        while (found.size() < limit) {
            var more = scan(query, words, leadingWord, from, limit);
            more.stream()
                    .filter(key -> words.isEmpty() || !NameTokens.hasEarlierRotation(key.term(), leadingWord))
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (more.size() < limit) {
                break;
            }
            from = Optional.of(more.getLast());
        }
        return found;
    }

    /// Picks the word whose range of the index is scanned: the one that the fewest names begin with, judged by the
    /// first entries of each. A later page continues with the word that its cursor begins with.
    private String leadingWord(PersonQuery query, List<String> words, Optional<PersonQuery.Key> after) {
        var longestFirst = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (longestFirst.size() < 2) {
            return longestFirst.isEmpty() ? "" : longestFirst.getFirst();
        }
        return after.map(key -> longestFirst.stream()
                        .filter(word -> key.term().startsWith(word))
                        .findFirst()
                        .orElseThrow())
                .orElseGet(() -> longestFirst.stream()
                        .min(Comparator.comparingInt(word -> scan(query, List.of(word), word, Optional.empty(), SAMPLE)
                                .size()))
                        .orElseThrow());
    }

    /// Scans the range of the key once for each part. As soon as the parts so far fill the limit, the others
    /// are only read up to the last name found, so rare parts are not scanned to their end for names that
    /// would come after it anyway.
    private List<PersonQuery.Key> scan(
            PersonQuery query, List<String> words, String leadingWord, Optional<PersonQuery.Key> after, int limit) {
        var others = words.stream().filter(word -> !word.equals(leadingWord)).toList();
        var sql = sql(others.size(), after.isPresent());
        var scope = query.site().map(Object::toString).orElse(query.company().value());
        return inSnapshot(handle -> {
            List<PersonQuery.Key> found = List.of();
            for (var part : parts(query, words.isEmpty())) {
                var select = handle.createQuery(sql)
                        .bind("scope", scope)
                        .bind("part", part)
                        .bind("from", after.map(PersonQuery.Key::term).orElse(leadingWord))
                        .bind(
                                "to",
                                found.size() < limit
                                        ? leadingWord + Character.MAX_VALUE
                                        : found.getLast().term())
                        .bind("limit", limit);
                for (int i = 0; i < others.size(); i++) {
                    select.bind("other" + i, "% " + others.get(i) + "%");
                }
                after.ifPresent(key -> select.bind("key", key.term())
                        .bind("person", key.person().value()));
                found = Stream.concat(found.stream(), select.map(NameIndexStore::key).stream())
                        .sorted(ORDER)
                        .limit(limit)
                        .toList();
            }
            return found;
        });
    }

    /// Reads all parts in one snapshot: a person who moves from one part to another in the meantime would be missed,
    /// or found twice.
    private <T> T inSnapshot(Function<Handle, T> walk) {
        return database.with(handle -> handle.isInTransaction()
                ? walk.apply(handle)
                : handle.inTransaction(TransactionIsolationLevel.SERIALIZABLE, walk::apply));
    }

    private static PersonQuery.Key key(ResultSet rows, StatementContext context) throws SQLException {
        return new PersonQuery.Key(rows.getString("term"), new PersonId(rows.getObject("person_id", UUID.class)));
    }

    private static String sql(int others, boolean after) {
        var sql = new StringBuilder(
                "select term, person_id from person_entry where scope = :scope and part = :part and term >= :from and term <= :to");
        if (after) {
            sql.append(" and (term > :key or person_id > :person)");
        }
        for (int i = 0; i < others; i++) {
            // The entry contains the whole name: the other words are searched for in it.
            sql.append(" and ' ' || term like :other").append(i);
        }
        return sql.append(" order by scope, part, term, person_id fetch first :limit rows only")
                .toString();
    }

    private static List<Integer> parts(PersonQuery query, boolean firstOnly) {
        var parts = new ArrayList<Integer>();
        for (var kind : query.kind().map(List::of).orElseGet(() -> List.of(PersonKind.values()))) {
            for (var group : query.group().map(List::of).orElseGet(() -> List.of(EnrolmentStatus.Group.values()))) {
                parts.add(part(kind, group, true));
                if (!firstOnly) {
                    parts.add(part(kind, group, false));
                }
            }
        }
        return parts;
    }

    /// Stored in the table: never change existing numbers.
    private static int part(PersonKind kind, EnrolmentStatus.Group group, boolean first) {
        int kinds = switch (kind) {
            case VISITOR -> 0;
            case EMPLOYEE -> 1;
            case WATCH -> 2;
        };
        int groups = switch (group) {
            case SEARCHABLE -> 0;
            case ATTENTION -> 1;
            case ON_THE_WAY -> 2;
            case NO_PHOTO -> 3;
        };
        return (kinds * 4 + groups) * 2 + (first ? 0 : 1);
    }
}

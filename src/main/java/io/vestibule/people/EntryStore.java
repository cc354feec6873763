package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The index of names: finds people in the order of the list by walking along its key, however many there are.
final class EntryStore {

    private static final String TAKE = "(select term, person_id from person_entry where scope = :scope and part = ";

    private final Database database;

    EntryStore(Database database) {
        this.database = database;
    }

    /// Writes the entries of a person anew.
    void put(Person person, Standing.State state) {
        database.transaction(() -> {
            remove(person.id());
            database.with(handle -> insert(handle, person, state));
        });
    }

    void remove(PersonId person) {
        database.with(handle -> handle.execute("delete from person_entry where person_id = ?", person.value())
                + handle.execute("delete from person_unlisted where person_id = ?", person.value()));
    }

    private static int insert(Handle handle, Person person, Standing.State state) {
        var entries =
                handle.prepareBatch("insert into person_entry (scope, part, term, person_id) values (?, ?, ?, ?)");
        var scopes = Stream.concat(
                        Stream.of(person.company().value()),
                        person.sites().stream().map(Object::toString))
                .toList();
        var first = true;
        for (var turn : Words.turns(Words.key(person.name()))) {
            for (var scope : scopes) {
                entries.add(
                        scope,
                        part(person.kind(), state.group(), first),
                        turn,
                        person.id().value());
            }
            first = false;
        }
        return entries.execute().length;
    }

    /// Up to `limit` people after `after`, and at least one if there is one.
    List<PersonQuery.Key> after(PersonQuery query, Optional<PersonQuery.Key> after, int limit) {
        var words = Words.of(query.typed());
        var found = new ArrayList<PersonQuery.Key>();
        var from = after;
        while (found.size() < limit) {
            var more = raw(query, words, from, limit);
            more.stream()
                    .filter(key -> words.isEmpty() || !Words.listedBefore(key.term(), driver(words)))
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (more.size() < limit) {
                break;
            }
            from = Optional.of(more.getLast());
        }
        return found;
    }

    private List<PersonQuery.Key> raw(
            PersonQuery query, List<String> words, Optional<PersonQuery.Key> after, int limit) {
        var prefix = words.isEmpty() ? "" : driver(words);
        var others = words.stream().filter(word -> !word.equals(prefix)).toList();
        var sql = sql(parts(query, words.isEmpty()), others.size(), !prefix.isEmpty(), after.isPresent());
        return database.with(handle -> {
            var select = handle.createQuery(sql)
                    .bind(
                            "scope",
                            query.site()
                                    .map(Object::toString)
                                    .orElse(query.company().value()))
                    .bind("limit", limit);
            if (!prefix.isEmpty()) {
                select.bind("from", prefix).bind("to", prefix + Character.MAX_VALUE);
            }
            for (int i = 0; i < others.size(); i++) {
                select.bind("other" + i, "% " + others.get(i) + "%");
            }
            after.ifPresent(key ->
                    select.bind("key", key.term()).bind("person", key.person().value()));
            return select.map((rows, _) -> new PersonQuery.Key(
                            rows.getString("term"), new PersonId(rows.getObject("person_id", UUID.class))))
                    .list();
        });
    }

    /// One short walk along the key for each part, put together in the order of the list.
    private static String sql(List<Integer> parts, int others, boolean prefixed, boolean after) {
        var where = new StringBuilder();
        if (prefixed) {
            where.append(" and term < :to").append(after ? "" : " and term >= :from");
        }
        if (after) {
            where.append(" and term >= :key and (term > :key or person_id > :person)");
        }
        for (int i = 0; i < others; i++) {
            // The entry holds the whole name: the other words are looked for in it.
            where.append(" and ' ' || term like :other").append(i);
        }
        where.append(" order by scope, part, term, person_id fetch first :limit rows only)");
        var sql = new StringBuilder();
        for (var part : parts) {
            sql.append(sql.isEmpty() ? "" : " union all ")
                    .append(TAKE)
                    .append(part)
                    .append(where);
        }
        return "select term, person_id from (" + sql
                + ") as found order by term, person_id fetch first :limit rows only";
    }

    /// The longest word leads: the longer it is, the fewer names begin with it.
    private static String driver(List<String> words) {
        return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    private static List<Integer> parts(PersonQuery query, boolean firstOnly) {
        var parts = new ArrayList<Integer>();
        for (var kind : query.kind().map(List::of).orElseGet(() -> List.of(PersonKind.values()))) {
            for (var group : query.group().map(List::of).orElseGet(() -> List.of(Standing.Group.values()))) {
                parts.add(part(kind, group, true));
                if (!firstOnly) {
                    parts.add(part(kind, group, false));
                }
            }
        }
        return parts;
    }

    /// As it is kept in the table: never change what is there.
    private static int part(PersonKind kind, Standing.Group group, boolean first) {
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

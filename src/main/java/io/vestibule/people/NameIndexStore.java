package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The name index: finds people in the order of the list by range scans of its key, with constant cost per page.
///
/// People whose names begin with the typed words come first. After them come those whose names only contain a typed
/// word or differ from it in one letter; at most [#MOST_SIMILAR] of these are found.
final class NameIndexStore {

    /// The database's order: it compares the digits of an id, which `UUID` itself does not.
    private static final Comparator<PersonQuery.Key> ORDER = Comparator.comparing(PersonQuery.Key::term)
            .thenComparing(key -> key.person().toString());

    /// Number of names counted for each word before the leading word is chosen: enough to tell a common word from a
    /// rare one.
    private static final int SAMPLE = 100;

    private static final int MOST_SIMILAR = 100;

    /// Begins the term of a cursor among the similar names; no normalised name contains it.
    private static final String SIMILAR = "~";

    private final CompanyScope scope;
    private final WordStore words;
    private final NewestStore newest;

    NameIndexStore(CompanyScope scope) {
        this.scope = scope;
        this.words = new WordStore(scope);
        this.newest = new NewestStore(scope);
    }

    /// Replaces the index entries of a person.
    void reindex(Person person, EnrolmentStatus.State state) {
        scope.transaction(() -> {
            var company = person.company().value();
            var before = indexedWords(person.id());
            deleteEntries(person.id());
            scope.with(handle -> insert(handle, person, state));
            var now = Set.of(NameTokens.rotations(NameTokens.normalize(person.name())).stream()
                    .map(NameIndexStore::firstWord)
                    .distinct()
                    .toArray(String[]::new));
            words.add(company, now);
            removeUnused(
                    company, before.stream().filter(word -> !now.contains(word)).toList());
        });
    }

    /// Removes the person from the index, and the words that nobody else's name has.
    void remove(PersonId person) {
        scope.transaction(() -> {
            var before = indexedWords(person);
            var company = scope.with(handle -> handle.createQuery(
                            "select company_id from person where id = :id and " + scope.owns("company_id"))
                    .bind("id", person.value())
                    .mapTo(String.class)
                    .findOne());
            deleteEntries(person);
            company.ifPresent(known -> removeUnused(known, before));
        });
    }

    private void deleteEntries(PersonId person) {
        newest.remove(person);
        scope.with(handle -> handle.execute(
                        "delete from person_entry where person_id = ? and " + scope.ownsPerson("person_id"),
                        person.value())
                + handle.execute(
                        "delete from person_unlisted where person_id = ? and " + scope.ownsPerson("person_id"),
                        person.value()));
    }

    private List<String> indexedWords(PersonId person) {
        return scope.with(handle -> handle
                .createQuery("select term from person_entry where person_id = :id and " + scope.ownsPerson("person_id"))
                .bind("id", person.value())
                .mapTo(String.class)
                .map(NameIndexStore::firstWord)
                .stream()
                .distinct()
                .toList());
    }

    private static String firstWord(String term) {
        int end = term.indexOf(' ');
        return end < 0 ? term : term.substring(0, end);
    }

    private void removeUnused(String company, List<String> candidates) {
        if (!candidates.isEmpty()) {
            words.remove(
                    company,
                    candidates.stream().filter(word -> !isUsed(company, word)).toList());
        }
    }

    private boolean isUsed(String company, String word) {
        return scope.with(handle -> !entriesOf(handle, company, company, allParts(), Set.of(word), 1)
                .isEmpty());
    }

    private static List<Integer> allParts() {
        return IntStream.range(0, PersonKind.values().length * EnrolmentStatus.Group.values().length * 2)
                .boxed()
                .toList();
    }

    /// Entries that begin with one of the words, in no order.
    private List<PersonQuery.Key> entriesOf(
            Handle handle, String company, String entries, List<Integer> parts, Set<String> words, int limit) {
        var given = List.copyOf(words);
        var sql = "select e.term, e.person_id from (values "
                + IntStream.range(0, given.size())
                        .mapToObj(i -> "(cast(:from" + i + " as varchar(400)), cast(:to" + i + " as varchar(410)))")
                        .collect(Collectors.joining(", "))
                + ") w(first, last) cross join (values "
                + parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(", "))
                + ") p(part) join person_entry e on e.scope = :scope and e.part = p.part and e.term >= w.first"
                + " and e.term <= w.last and " + scope.owns(":company") + " fetch first :limit rows only";
        var select = handle.createQuery(sql)
                .bind("scope", entries)
                .bind("company", company)
                .bind("limit", limit);
        for (int i = 0; i < given.size(); i++) {
            select.bind("from" + i, given.get(i)).bind("to" + i, given.get(i) + " " + Character.MAX_VALUE);
        }
        return select.map(NameIndexStore::key).list();
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
        NewestStore.insert(handle, person, scopes, part(person.kind(), state.group(), true));
        return entries.execute().length;
    }

    /// Up to `limit` people after the cursor `after`, and at least one if there is one.
    List<PersonQuery.Key> findAfter(PersonQuery query, Optional<PersonQuery.Key> after, int limit) {
        if (!isOwned(query)) {
            return List.of();
        }
        var typed = NameTokens.tokenize(query.typed());
        if (typed.isEmpty() && query.order() == PersonQuery.Order.NEWEST) {
            var company = query.company().value();
            var entries = query.site().map(Object::toString).orElse(company);
            return inSnapshot(handle -> newest.findAfter(handle, company, entries, parts(query, true), after, limit));
        }
        var beginning = after.filter(NameIndexStore::isSimilar).isPresent()
                ? List.<PersonQuery.Key>of()
                : findBeginning(query, typed, after, limit);
        if (beginning.size() == limit || typed.isEmpty()) {
            return beginning;
        }
        var found = new ArrayList<>(beginning);
        findSimilar(query, typed).stream()
                .filter(key -> after.filter(NameIndexStore::isSimilar)
                        .map(last -> ORDER.compare(key, last) > 0)
                        .orElse(true))
                .limit(limit - found.size())
                .forEach(found::add);
        return found;
    }

    private static boolean isSimilar(PersonQuery.Key key) {
        return key.term().startsWith(SIMILAR);
    }

    /// People whose names match every typed word, and at least one of them only within a word or with a wrong
    /// letter.
    private List<PersonQuery.Key> findSimilar(PersonQuery query, List<String> typed) {
        var company = query.company().value();
        var entries = query.site().map(Object::toString).orElse(company);
        var found = new HashMap<PersonId, PersonQuery.Key>();
        for (var word : typed) {
            var similar = words.similar(company, word);
            if (!similar.isEmpty()) {
                inSnapshot(handle -> entriesOf(
                                handle, company, entries, parts(query, false), similar, MOST_SIMILAR * typed.size()))
                        .stream()
                        .filter(key -> isSimilarOnly(key.term(), typed))
                        .map(key -> new PersonQuery.Key(SIMILAR + key.term(), key.person()))
                        .forEach(key -> found.merge(
                                key.person(), key, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other));
            }
        }
        return found.values().stream().sorted(ORDER).limit(MOST_SIMILAR).toList();
    }

    private static boolean isSimilarOnly(String term, List<String> typed) {
        var tokens = List.of(term.split(" ", -1));
        return typed.stream().allMatch(word -> tokens.stream().anyMatch(token -> WordPieces.match(token, word)))
                && typed.stream().anyMatch(word -> tokens.stream().noneMatch(token -> token.startsWith(word)));
    }

    private List<PersonQuery.Key> findBeginning(
            PersonQuery query, List<String> words, Optional<PersonQuery.Key> after, int limit) {
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

    /// Whether the company is of this scope, and the site of the company.
    private boolean isOwned(PersonQuery query) {
        boolean owned = scope.with(
                handle -> handle.createQuery("select 1 from company where id = :company and " + scope.owns("id"))
                        .bind("company", query.company().value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
        return owned && query.site().map(site -> isOwned(query, site)).orElse(true);
    }

    private boolean isOwned(PersonQuery query, SiteId site) {
        return scope.with(handle -> handle.createQuery(
                        "select 1 from site where id = :site and company_id = :company and " + scope.owns("company_id"))
                .bind("site", site.value())
                .bind("company", query.company().value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
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
        var entries = query.site().map(Object::toString).orElse(query.company().value());
        return inSnapshot(handle -> {
            List<PersonQuery.Key> found = List.of();
            for (var part : parts(query, words.isEmpty())) {
                var select = handle.createQuery(sql)
                        .bind("scope", entries)
                        .bind("company", query.company().value())
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

    /// Reads all parts in one snapshot: a person who moves from one part to another in the meantime would be
    /// missed, or found twice.
    private <T> T inSnapshot(Function<Handle, T> walk) {
        return scope.with(handle -> handle.isInTransaction()
                ? walk.apply(handle)
                : handle.inTransaction(TransactionIsolationLevel.SERIALIZABLE, walk::apply));
    }

    private static PersonQuery.Key key(ResultSet rows, StatementContext context) throws SQLException {
        return new PersonQuery.Key(rows.getString("term"), new PersonId(rows.getObject("person_id", UUID.class)));
    }

    private String sql(int others, boolean after) {
        var sql = new StringBuilder(
                "select term, person_id from person_entry where scope = :scope and part = :part and term >= :from and term <= :to");
        if (after) {
            sql.append(" and (term > :key or person_id > :person)");
        }
        for (int i = 0; i < others; i++) {
            // The entry contains the whole name: the other words are searched for in it.
            sql.append(" and ' ' || term like :other").append(i);
        }
        sql.append(" and ").append(scope.owns(":company"));
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

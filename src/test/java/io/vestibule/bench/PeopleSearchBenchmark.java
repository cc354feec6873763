package io.vestibule.bench;

import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;
import io.vestibule.people.Company;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonPage;
import io.vestibule.people.PersonQuery;
import io.vestibule.people.Site;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One page of the list of 1,000,000 people in the encrypted database, for typical input: prefixes of first
/// and last names of one letter and more, two words, parts of words, words with a wrong letter, filtered by
/// kind, site and status,
/// and names that do not exist. The baseline queries only the table.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class PeopleSearchBenchmark {

    private static final CompanyId COMPANY = new CompanyId("acme-1");
    private static final int PEOPLE = Integer.getInteger("vestibule.bench.people", 1_000_000);
    private static final int BATCH = 10_000;
    private static final int PAGE = 24;
    private static final List<EnrolmentStatus.Group> GROUPS = List.of(EnrolmentStatus.Group.values());
    private static final List<PersonKind> KINDS = List.of(PersonKind.values());
    private static final String[] SYLLABLES = {
        "an", "be", "chi", "da", "el", "fo", "ga", "hu", "ir", "jo", "ka", "li", "mo", "na", "os", "pe", "ro", "sa",
        "ti", "ur", "va", "wen", "xi", "ya", "ze", "mar", "lor", "ber", "son", "ski"
    };

    private final Random random = new Random(7);
    private final List<String> first = names(2000, 2);
    private final List<String> last = names(40_000, 3);
    private List<Site> sites = List.of();
    private Database database;
    private PeopleStores peopleStores;

    /// The people are created once and stored below `target`.
    @Setup
    public void open() throws IOException {
        var folder = Files.createDirectories(Path.of("target", "bench", "people-pieces-" + PEOPLE));
        var made = folder.resolve("made");
        if (!Files.exists(made)) {
            Files.deleteIfExists(folder.resolve("records.mv.db"));
        }
        database = Database.open(folder.resolve("records"), "bench".toCharArray(), "db/common");
        peopleStores = PeopleStores.create(AllCompanies.of(database), () -> Instant.EPOCH);
        if (!Files.exists(made)) {
            peopleStores.companies().insert(new Company(COMPANY, "Acme", Optional.empty(), true), Instant.EPOCH);
            for (int i = 0; i < 8; i++) {
                peopleStores.companies().insert(new Site(SiteId.mint(), COMPANY, "Site " + i));
            }
            sites = peopleStores.companies().sites(COMPANY);
            fill();
            Files.createFile(made);
        }
        sites = peopleStores.companies().sites(COMPANY);
    }

    @TearDown
    public void close() {
        database.close();
    }

    private record Somebody(UUID id, String key, PersonKind kind, EnrolmentStatus.State state, List<SiteId> sites) {}

    private record Entry(String scope, int part, String term, UUID id) {}

    /// As the stores would insert it row by row, but in the order of the keys, which takes minutes instead of
    /// hours.
    private void fill() {
        database.with(handle -> handle.execute("alter table person_entry drop constraint person_entry_of"));
        for (var index :
                List.of("person_by_name", "person_by_expiry", "person_by_standing", "person_entry_by_person")) {
            database.with(handle -> handle.execute("drop index " + index));
        }
        var everybody = new ArrayList<Somebody>();
        for (int i = 0; i < PEOPLE; i++) {
            everybody.add(somebody());
        }
        everybody.sort(Comparator.comparing(one -> one.id().toString()));
        write(
                "insert into person (id, company_id, external_id, kind, name, search_key, email, phone, host, note,"
                        + " sample, standing, created_at, version) values (?, 'acme-1', ?, ?, ?, ?, '', '', '', '',"
                        + " false, ?, timestamp with time zone '2026-01-01 00:00:00Z', 0)",
                everybody,
                one -> new Object[] {
                    one.id(),
                    one.id(),
                    one.kind().name(),
                    one.key(),
                    one.key(),
                    one.state().name()
                });
        for (var one : everybody) {
            one.sites().sort(Comparator.comparing(SiteId::toString));
        }
        write(
                "insert into person_site (person_id, site_id) values (?, ?)",
                everybody.stream()
                        .flatMap(one -> one.sites().stream().map(site -> new UUID[] {one.id(), site.value()}))
                        .toList(),
                ids -> ids);
        var entries = everybody.stream()
                .flatMap(PeopleSearchBenchmark::entries)
                .sorted(Comparator.comparing(Entry::scope)
                        .thenComparingInt(Entry::part)
                        .thenComparing(Entry::term)
                        .thenComparing(entry -> entry.id().toString()))
                .toList();
        write("insert into person_entry (scope, part, term, person_id) values (?, ?, ?, ?)", entries, entry ->
                new Object[] {entry.scope(), entry.part(), entry.term(), entry.id()});
        var words = everybody.stream()
                .flatMap(one -> Stream.of(one.key().split(" ", -1)))
                .distinct()
                .sorted()
                .toList();
        write(
                "insert into name_piece (company_id, piece, word) values ('acme-1', ?, ?)",
                words.stream()
                        .flatMap(word -> pieces(word).map(piece -> new String[] {piece, word}))
                        .toList(),
                piece -> piece);
        for (var index : List.of(
                "person_by_name on person (company_id, search_key, id)",
                "person_by_expiry on person (expires_at)",
                "person_by_standing on person (standing, id)",
                "person_entry_by_person on person_entry (person_id)")) {
            database.with(handle -> handle.execute("create index " + index));
        }
        database.with(handle -> handle.execute("alter table person_entry add constraint person_entry_of"
                + " foreign key (person_id) references person (id) on delete cascade"));
    }

    private <T> void write(String sql, List<T> rows, Function<T, Object[]> values) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            var part = rows.subList(from, Math.min(rows.size(), from + BATCH));
            database.transaction(() -> database.with(handle -> {
                var batch = handle.prepareBatch(sql);
                part.forEach(row -> batch.add(values.apply(row)));
                return batch.execute().length;
            }));
        }
    }

    private Somebody somebody() {
        var name = pick(first) + (random.nextInt(5) == 0 ? " " + pick(first) : "") + " " + pick(last);
        var at = random.nextInt(5) == 0
                ? List.of(sites.get(0).id(), sites.get(1 + random.nextInt(7)).id())
                : List.of(sites.get(skewed(sites.size())).id());
        var state = random.nextInt(10) == 0
                ? EnrolmentStatus.State.NO_PHOTO
                : random.nextInt(30) == 0 ? EnrolmentStatus.State.NEEDS_ATTENTION : EnrolmentStatus.State.SEARCHABLE;
        return new Somebody(UUID.randomUUID(), name.toLowerCase(Locale.ROOT), kind(), state, new ArrayList<>(at));
    }

    private static Stream<Entry> entries(Somebody one) {
        var words = new ArrayList<>(List.of(one.key().split(" ", -1)));
        int kind = KINDS.indexOf(one.kind());
        int group = GROUPS.indexOf(one.state().group());
        var turns = new LinkedHashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            turns.add(String.join(" ", words));
            Collections.rotate(words, -1);
        }
        return turns.stream()
                .flatMap(turn -> Stream.concat(
                                Stream.of(COMPANY.value()), one.sites().stream().map(SiteId::toString))
                        .map(scope -> new Entry(
                                scope, (kind * 4 + group) * 2 + (turn.equals(one.key()) ? 0 : 1), turn, one.id())));
    }

    /// As the stores write them.
    private static Stream<String> pieces(String word) {
        var pieces = new LinkedHashSet<String>();
        pieces.add("=" + word);
        for (int i = 1; i + 3 <= word.length(); i++) {
            pieces.add("*" + word.substring(i, i + 3));
        }
        if (word.length() >= 5) {
            pieces.add("~" + word);
            for (int i = 0; i < word.length(); i++) {
                pieces.add("~" + word.substring(0, i) + word.substring(i + 1));
            }
        }
        return pieces.stream();
    }

    private PersonKind kind() {
        int roll = random.nextInt(100);
        return roll == 0 ? PersonKind.WATCH : roll < 30 ? PersonKind.EMPLOYEE : PersonKind.VISITOR;
    }

    /// Some names are far more common than others.
    private <T> T pick(List<T> names) {
        return names.get(skewed(names.size()));
    }

    private int skewed(int size) {
        double roll = random.nextDouble();
        return (int) (size * roll * roll * roll);
    }

    private static List<String> names(int count, int syllables) {
        var random = new Random(count);
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var name = new StringBuilder();
            for (int j = 0; j < syllables + random.nextInt(2); j++) {
                name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
            names.add(name.toString());
        }
        return names;
    }

    private PersonQuery question() {
        var typed = switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> start(pick(first));
            case 2 -> start(pick(last));
            case 3 -> start(pick(first)) + " " + start(pick(last));
            case 4 -> pick(first) + " " + pick(last);
            case 5 -> pick(last).substring(1 + random.nextInt(2));
            case 6 -> misspelt(pick(last));
            default -> pick(last) + "qq";
        };
        return new PersonQuery(
                COMPANY,
                typed,
                random.nextInt(4) == 0 ? Optional.of(kind()) : Optional.empty(),
                random.nextInt(4) == 0
                        ? Optional.of(sites.get(random.nextInt(8)).id())
                        : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(GROUPS.get(random.nextInt(4))) : Optional.empty());
    }

    private String misspelt(String name) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
    }

    private String start(String name) {
        return name.substring(0, 1 + random.nextInt(name.length()));
    }

    @Benchmark
    public PersonPage search() {
        return peopleStores.persons().page(question(), Optional.empty(), PAGE);
    }

    /// The table only, without the name index: a scan of the names in order for the words.
    @Benchmark
    public List<UUID> baseline() {
        var query = question();
        var words = List.of(query.typed().toLowerCase(Locale.ROOT).split(" ", -1));
        var sql = new StringBuilder("select p.id from person p where p.company_id = :company and p.removed_at is null");
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and ' ' || p.search_key like :word").append(i);
        }
        query.kind().ifPresent(kind -> sql.append(" and p.kind = '" + kind + "'"));
        query.site()
                .ifPresent(site -> sql.append(" and exists (select 1 from person_site s where s.person_id = p.id"
                        + " and s.site_id = cast('" + site + "' as uuid))"));
        sql.append(" order by p.company_id, p.search_key, p.id fetch first 60 rows only");
        return database.with(handle -> {
            var select = handle.createQuery(sql.toString()).bind("company", COMPANY.value());
            for (int i = 0; i < words.size(); i++) {
                select.bind("word" + i, "% " + words.get(i) + "%");
            }
            return select.mapTo(UUID.class).list();
        });
    }
}

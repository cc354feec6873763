package io.vestibule.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Role;
import io.vestibule.audit.Session;
import io.vestibule.base.ProgressListener;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.store.CompanyScope;
import io.vestibule.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditReadingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    private Database database;
    private final Session session = new Session();
    private AuditLog log;
    private Operators operators;
    private Operator manager;
    private Operator receptionist;
    private AuditReader reader;
    private AuditExportFlow export;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        log = log(DAY);
        operators = new Operators(database, log, session, Clock.systemUTC());
        operators.addFirst("Alex");
        manager = operators.add("=HYPERLINK(1)", Role.MANAGER);
        receptionist = operators.add("Robin", Role.RECEPTION);
        operators.signIn(manager.id());
        reader = new AuditReader(
                log,
                operators,
                session,
                PeopleStores.create(CompanyScope.ofActive(database), Clock.systemUTC()),
                new ErasedStore(database),
                ZoneOffset.UTC);
        export = new AuditExportFlow(reader, log);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AuditLog log(LocalDate day) {
        return new AuditLog(
                database,
                session,
                Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                new byte[32]);
    }

    @Test
    void pagesFollowEachOtherWithoutGapAlsoWithinOneMoment() {
        database.transaction(() -> IntStream.range(0, 450).forEach(i -> log.append("photo.viewed", "id-" + i)));
        var search = new AuditSearch(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(AuditAction.PHOTO_VIEWED), "");
        List<String> subjects = new ArrayList<>();
        Optional<AuditEntry> last = Optional.empty();
        for (var page = reader.page(search, last, 100); !page.isEmpty(); page = reader.page(search, last, 100)) {
            page.forEach(line -> subjects.add(line.stored().entry().subject()));
            last = Optional.of(page.getLast().stored().entry());
        }
        assertThat(subjects)
                .containsExactlyElementsOf(
                        IntStream.range(0, 450).mapToObj(i -> "id-" + (449 - i)).toList());
    }

    @Test
    void dayOperatorAndActionNarrowTheSearch() {
        log(DAY.minusDays(1)).append("backup.made", "before");
        log.append("backup.made", "that-day");
        log(DAY.plusDays(1)).append("backup.made", "after");
        operators.signIn(receptionist.id());
        log.append("backup.made", "by-robin");
        operators.signIn(manager.id());

        assertThat(subjects(day(Optional.empty(), Optional.of(AuditAction.BACKUP_MADE))))
                .containsExactly("by-robin", "that-day");
        assertThat(subjects(day(Optional.of(receptionist), Optional.of(AuditAction.BACKUP_MADE))))
                .containsExactly("by-robin");
        assertThat(subjects(day(Optional.of(receptionist), Optional.of(AuditAction.BACKUP_FAILED))))
                .isEmpty();
    }

    @Test
    void anErasedPersonIsFoundByIdOrItsBeginning() {
        var person = UUID.fromString("3f2a91c0-0000-4000-8000-000000000001");
        log.append("person.enrolled", person.toString());
        log.append("person.enrolled", "4f2a91c0-0000-4000-8000-000000000001");
        new ErasedStore(database).add(List.of(person), Instant.now());

        for (var typed : List.of(person.toString(), "3F2A91C0")) {
            var found = reader.page(about(typed), Optional.empty(), 10);
            assertThat(found).singleElement().satisfies(line -> {
                assertThat(line.stored().entry().subject()).isEqualTo(person.toString());
                assertThat(line.about()).isEqualTo(AuditLine.About.ERASED);
            });
        }
        assertThat(reader.page(about("nobody of this name"), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void whoMayNotReadTheLogNeitherSearchesNorChecksNorExportsIt() {
        operators.signIn(receptionist.id());
        assertThatThrownBy(() -> reader.page(AuditSearch.ALL, Optional.empty(), 1))
                .isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> new AuditCheckFlow(log, session).verify(ProgressListener.NONE))
                .isInstanceOf(AuditException.class);
        var file = folder.resolve("log.csv");
        assertThatThrownBy(() -> export.export(AuditSearch.ALL, file, ProgressListener.NONE))
                .isInstanceOf(AuditException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void aCheckTellsThePlaceAndIsItselfAnEntry() {
        var check = new AuditCheckFlow(log, session);
        long before = log.size();
        assertThat(check.verify(ProgressListener.NONE)).satisfies(found -> {
            assertThat(found.intact()).isTrue();
            assertThat(found.entries()).isEqualTo(before);
        });
        assertThat(log.recent(1).getFirst().action()).isEqualTo("audit.verified");

        database.with(handle -> handle.execute("update audit_entry set subject = 'other' where place = 2"));
        assertThat(check.verify(ProgressListener.NONE).brokenAt()).hasValue(2);
        assertThat(log.recent(1).getFirst()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("audit.broken");
            assertThat(entry.subject()).isEqualTo("2");
        });
    }

    @Test
    void anExportHasEveryEntryAndNoFormula() throws IOException {
        var csv = folder.resolve("log.csv");
        long count = export.export(AuditSearch.ALL, csv, ProgressListener.NONE);
        var lines = Files.readAllLines(csv);
        assertThat(lines).hasSize((int) count + 1);
        // The entry of the export itself is the newest.
        assertThat(lines.get(1)).contains("\"audit.exported\",\"csv\"").contains("\"'=HYPERLINK(1)\"");
        assertThat(Files.readString(csv)).doesNotContain(",\"=").doesNotContain(",=");

        var json = folder.resolve("log.json");
        long again = export.export(AuditSearch.ALL, json, ProgressListener.NONE);
        var read = tools.jackson.databind.json.JsonMapper.shared().readTree(Files.readString(json));
        assertThat(read.size()).isEqualTo((int) again).isEqualTo((int) count + 1);
        assertThat(read.get(0).get("operator").asString()).isEqualTo("=HYPERLINK(1)");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void aFolderThatIsGoneIsAProblemAndNoFile() {
        assertThatThrownBy(() -> export.exportAll(folder.resolve("gone").resolve("log.csv")))
                .isInstanceOfSatisfying(
                        PrivacyException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("privacy.file-not-written"));
    }

    private List<String> subjects(AuditSearch search) {
        return reader.page(search, Optional.empty(), 10).stream()
                .map(line -> line.stored().entry().subject())
                .toList();
    }

    private static AuditSearch day(Optional<Operator> operator, Optional<AuditAction> action) {
        return new AuditSearch(Optional.of(DAY), Optional.of(DAY), operator.map(Operator::id), action, "");
    }

    private static AuditSearch about(String typed) {
        return new AuditSearch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), typed);
    }
}

package io.vestibule.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vestibule.base.OperatorId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.fixture.RowDamage;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    @TempDir
    Path folder;

    private Database database;
    private AuditLog log;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        log = new AuditLog(database, new Session(), Clock.systemUTC(), new byte[32]);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEmptyChainIsIntact() {
        assertThat(log.verify()).isEmpty();
        assertThat(log.recent(5)).isEmpty();
    }

    @Test
    void entriesAreNumberedAndReadNewestFirst() {
        AuditEntry first = log.append("person.enrolled", "a1");
        AuditEntry second = log.append("person.removed", "");

        assertThat(log.recent(10)).containsExactly(second, first);
        assertThat(log.recent(1)).containsExactly(second);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(log.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set subject = 'other' where place = 3",
                "update audit_entry set action = 'person.kept' where place = 3",
                "update audit_entry set operator_id = '00000000-0000-0000-0000-000000000001' where place = 3",
                "update audit_entry set happened_at = timestamp with time zone '2020-01-01 00:00:00Z' where place = 3",
                "update audit_entry set hash = '1234567890abcdef' where place = 3",
                "delete from audit_entry where place = 3",
                "delete from audit_entry where place >= 3",
                "update audit_entry set place = place + 1 where place >= 3"
            })
    void whateverIsDoneToAnEntryIsFoundAtItsPlace(String tampering) {
        for (int i = 0; i < 5; i++) {
            log.append("person.enrolled", "id-" + i);
        }
        database.with(handle -> handle.execute(tampering));

        assertThat(log.verify()).hasValue(3);
    }

    @Test
    void aChainLongerThanOnePageIsReadToItsEnd() {
        database.transaction(() -> IntStream.range(0, 2_500).forEach(i -> log.append("person.enrolled", "id-" + i)));
        assertThat(log.verify()).isEmpty();

        database.with(handle -> handle.execute("update audit_entry set subject = 'other' where place = 2400"));

        assertThat(log.verify()).hasValue(2_400);
    }

    @Test
    void anEntryIsRolledBackWithItsTransaction() {
        log.append("person.enrolled", "a1");
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transaction(() -> {
                    log.append("person.removed", "a1");
                    throw new IllegalStateException("stop");
                }));

        assertThat(log.recent(10)).extracting(AuditEntry::action).containsExactly("person.enrolled");
        assertThat(log.verify()).isEmpty();
    }

    @Test
    void entriesOfManyThreadsFormOneChain() throws Exception {
        Callable<Void> work = () -> {
            for (int i = 0; i < 20; i++) {
                database.transaction(() -> {
                    log.append("person.enrolled", UUID.randomUUID().toString());
                    log.append("photo.added", UUID.randomUUID().toString());
                });
            }
            return null;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(List.of(work, work, work, work))) {
                done.get();
            }
        }

        assertThat(log.recent(1).getFirst().sequence()).isEqualTo(160);
        assertThat(log.verify()).isEmpty();
    }

    @Test
    void namesAreNotWrittenToTheLog() {
        assertThatIllegalArgumentException().isThrownBy(() -> log.append("person.enrolled", "Anna Süß"));
        assertThatIllegalArgumentException().isThrownBy(() -> log.append("Anna enrolled", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> log.append("person.enrolled", "x".repeat(129)));
    }

    @Test
    void actionsAndSubjectsMayBeAsLongAsTheTableTakesThem() {
        log.append("a".repeat(100), "x".repeat(128));
        log.append("a", "");
        assertThat(log.recent(2)).extracting(AuditEntry::subject).containsExactly("", "x".repeat(128));
        assertThatIllegalArgumentException().isThrownBy(() -> log.append("a".repeat(101), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> log.append("", ""));
        assertThat(log.verify()).isEmpty();
    }

    @Test
    void noEntryHoldsALineFeedThatCouldMakeTwoReadTheSame() {
        assertThatIllegalArgumentException().isThrownBy(() -> log.append("person.enrolled", "a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> log.append("person\nenrolled", ""));
    }

    @Test
    void entriesAboutSubjectsAreTheLatestOfEachAndNoOthers() {
        log.append("person.enrolled", "a");
        log.append("person.enrolled", "b");
        log.append("photo.added", "a");
        log.append("photo.added", "c");
        assertThat(log.about(List.of("a", "c"), 10))
                .extracting(entry -> entry.action() + " " + entry.subject())
                .containsExactly("photo.added c", "photo.added a", "person.enrolled a");
        assertThat(log.about(List.of("a"), 1)).extracting(AuditEntry::action).containsExactly("photo.added");
        assertThat(log.about(List.of(), 10)).isEmpty();
        assertThat(log.about(List.of("z"), 10)).isEmpty();
    }

    @Test
    void anEntryNamesWhoeverIsSignedInAndNobodyWhereNobodyIs() {
        var session = new Session();
        var ours = new AuditLog(database, session, Clock.systemUTC(), new byte[32]);
        assertThat(ours.append("person.enrolled", "a").operator()).isEmpty();
        var anna = new Operator(OperatorId.mint(), "Anna", Role.RECEPTION, true);
        session.setOperator(Optional.of(anna));
        assertThat(ours.append("person.enrolled", "a").operator()).contains(anna.id());
        assertThat(ours.recent(1).getFirst().operator()).contains(anna.id());
        assertThat(ours.verify()).isEmpty();
    }

    @Test
    void timesAreKeptToTheMillisecondSoThatTheyReadAsTheyWereHashed() {
        var clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00.123456789Z"), ZoneOffset.UTC);
        var ours = new AuditLog(database, new Session(), clock, new byte[32]);
        ours.append("person.enrolled", "a");
        assertThat(ours.recent(1).getFirst().at()).isEqualTo("2026-03-01T10:00:00.123Z");
        assertThat(ours.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_head set place = 4",
                "update audit_head set place = 2",
                "update audit_head set hash = '1234567890abcdef'"
            })
    void anEndThatDoesNotFitTheChainIsFoundBehindTheLastEntry(String tampering) {
        for (int i = 0; i < 3; i++) {
            log.append("person.enrolled", "id-" + i);
        }
        database.with(handle -> handle.execute(tampering));
        assertThat(log.verify()).hasValue(4);
    }

    /// An attacker who can write to the database and knows the format, but has no key.
    @Test
    void aLogThatWasWrittenAnewWithoutTheKeyIsFound() {
        for (int i = 0; i < 3; i++) {
            log.append("person.enrolled", "id-" + i);
        }
        database.with(handle -> handle.execute("delete from audit_entry where place = 2"));
        rewrite(new AuditLog(database, new Session(), Clock.systemUTC(), another()));
        assertThat(log.verify()).hasValue(1);
        rewritePlain();
        assertThat(log.verify()).isPresent();
    }

    private static byte[] another() {
        byte[] key = new byte[32];
        key[0] = 1;
        return key;
    }

    private void rewrite(AuditLog forged) {
        database.with(handle -> handle.execute("delete from audit_entry"));
        database.with(handle -> handle.execute("update audit_head set place = 0, hash = ?", AuditEntry.NO_HASH));
        forged.append("person.enrolled", "id-0");
        forged.append("person.enrolled", "id-2");
    }

    /// Gives every entry the hash without a key, as versions before had it.
    private void rewritePlain() {
        String previous = AuditEntry.NO_HASH;
        for (AuditEntry entry : log.recent(100).reversed()) {
            previous = entry.hashAfter(previous);
            String hash = previous;
            database.with(handle ->
                    handle.execute("update audit_entry set hash = ? where place = ?", hash, entry.sequence()));
        }
        String head = previous;
        database.with(handle -> handle.execute("update audit_head set hash = ?, keyed = false", head));
    }

    @Test
    void entriesOfAnEarlierVersionAreHeldByTheEntryThatFollowsThem() {
        for (int i = 0; i < 3; i++) {
            log.append("person.enrolled", "id-" + i);
        }
        rewritePlain();
        log.begin();
        log.begin();
        assertThat(log.recent(10)).extracting(AuditEntry::action).first().isEqualTo(AuditLog.KEYED);
        assertThat(log.recent(10)).hasSize(4);
        log.append("person.enrolled", "id-3");
        assertThat(log.verify()).isEmpty();

        database.with(handle -> handle.execute("update audit_entry set subject = 'other' where place = 2"));
        assertThat(log.verify()).hasValue(2);
    }

    @Test
    void aChangedEntryIsNotShown() {
        log.append("person.enrolled", "a");
        log.append("person.enrolled", "b");
        RowDamage.execute(database, "audit_entry", "update audit_entry set subject = 'c' where place = 1");
        assertThat(log.recent(10)).extracting(AuditEntry::subject).containsExactly("b");
        assertThat(log.about(List.of("a", "b", "c"), 10))
                .extracting(AuditEntry::subject)
                .containsExactly("b");
    }
}

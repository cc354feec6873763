package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.fixture.RowDamage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows that were changed by something else than the program.
class ProtectedRowsTest {

    private static final char[] KEY = "correct-key".toCharArray();
    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @TempDir
    Path folder;

    private Database open(String migrations) {
        return Database.open(folder.resolve("records"), KEY, migrations);
    }

    private static void insert(Database database, UUID id, String name) {
        database.with(handle -> handle.execute(
                "insert into person (id, name, born, seen, height) values (?, ?, date '1990-05-06', ?, 1.75)",
                id,
                name,
                Instant.parse("2026-03-01T10:00:00.123456789Z").atOffset(ZoneOffset.ofHours(2))));
    }

    /// The names of the rows that are not damaged.
    private static List<String> names(Database database) {
        return database.with(handle -> handle
                .createQuery("select p.id, p.name, " + database.rows().intact("person", "p")
                        + " from person p order by p.id")
                .map((rows, _) -> database.rows().isIntact(rows, "person", rows.getObject("id"))
                        ? Optional.of(rows.getString("name"))
                        : Optional.<String>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static byte[] bytes(Database database, UUID id) {
        return database.with(handle -> handle.createQuery("select bytes from picture where person_id = ?")
                .bind(0, id)
                .map((rows, _) -> rows.getBytes(1))
                .one());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update person set name = 'Anb' where id = '00000000-0000-0000-0000-000000000001'",
                "update person set born = date '1990-05-07' where id = '00000000-0000-0000-0000-000000000001'",
                "update person set seen = seen + interval '1' second where id = '00000000-0000-0000-0000-000000000001'",
                "update person set height = 1.76 where id = '00000000-0000-0000-0000-000000000001'",
                "update person set height = null where id = '00000000-0000-0000-0000-000000000001'",
                "update person set row_mac = null where id = '00000000-0000-0000-0000-000000000001'",
                "update person set row_mac = (select row_mac from person where name = 'Ben')"
                        + " where id = '00000000-0000-0000-0000-000000000001'",
                "update person set (name, row_mac) = (select name, row_mac from person where name = 'Ben')"
                        + " where id = '00000000-0000-0000-0000-000000000001'"
            })
    void aRowThatWasChangedByAnythingElseIsLeftOutAndCounted(String change) {
        try (var database = open("db/rows-2")) {
            insert(database, ANA, "Ana");
            insert(database, BEN, "Ben");
            assertThat(names(database)).containsExactly("Ana", "Ben");
            assertThat(database.rows().problem()).isEmpty();

            RowDamage.execute(database, "person", change);

            assertThat(names(database)).containsExactly("Ben");
            assertThat(database.rows().damaged()).containsExactly(Map.entry("person", 1));
            assertThat(database.rows().problem().orElseThrow().code()).isEqualTo("store.damaged-rows");
        }
    }

    @Test
    void anyStatementOfTheProgramWritesTheChecksum() {
        try (var database = open("db/rows-2")) {
            insert(database, ANA, "Ana");
            database.with(handle -> handle.execute("update person set name = name || 'x', height = null, seen = null"));
            assertThat(names(database)).containsExactly("Anax");
        }
        try (var database = open("db/rows-2")) {
            assertThat(names(database)).containsExactly("Anax");
        }
    }

    @Test
    void aDamagedRowStaysDamagedWhenItIsChanged() {
        try (var database = open("db/rows-2")) {
            insert(database, ANA, "Ana");
            RowDamage.execute(database, "person", "update person set born = date '1990-05-07'");
            database.with(handle -> handle.execute("update person set name = 'Anna'"));
            assertThat(names(database)).isEmpty();
        }
    }

    @Test
    void rowsOfAnEarlierVersionGetTheirChecksumsAndSealsOnce() {
        try (var database = open("db/rows-1")) {
            insert(database, ANA, "Ana");
            for (int i = 0; i < 120; i++) {
                var id = new UUID(0, i);
                database.with(handle ->
                        handle.execute("insert into picture (person_id, bytes) values (?, ?)", id, plain(id)));
                database.with(handle -> handle.execute("insert into pending (bytes) values (?)", plain(id)));
            }
        }
        for (int i = 0; i < 2; i++) {
            try (var database = open("db/rows-2")) {
                assertThat(names(database)).containsExactly("Ana");
                for (int row = 0; row < 120; row++) {
                    var id = new UUID(0, row);
                    var stored = bytes(database, id);
                    assertThat(stored).hasSize(plain(id).length + RowKeys.OVERHEAD);
                    assertThat(database.rows().unseal("picture", id, stored)).isEqualTo(plain(id));
                }
            }
        }
    }

    private static byte[] plain(UUID id) {
        return ("picture of " + id).getBytes(StandardCharsets.UTF_8);
    }

    /// As if the process had been killed after some rows: the progress is written together with them.
    @Test
    void sealingThatWasCutOffGoesOnWhereItWas() {
        try (var database = open("db/rows-1")) {
            for (int i = 0; i < 3; i++) {
                var id = new UUID(0, i);
                database.with(handle ->
                        handle.execute("insert into picture (person_id, bytes) values (?, ?)", id, plain(id)));
            }
        }
        open("db/rows-2").close();
        try (var database = open("db/rows-2")) {
            database.with(handle -> handle.execute(
                    "update file_state.row_protection set progress = ? where name = 'picture.bytes'",
                    new UUID(0, 1).toString()));
            database.with(handle -> handle.execute("delete from file_state.row_protection where name = '*'"));
            var last = new UUID(0, 2);
            database.with(
                    handle -> handle.execute("update picture set bytes = ? where person_id = ?", plain(last), last));
        }
        try (var database = open("db/rows-2")) {
            for (int i = 0; i < 3; i++) {
                var id = new UUID(0, i);
                assertThat(database.rows().unseal("picture", id, bytes(database, id)))
                        .isEqualTo(plain(id));
            }
        }
    }

    @Test
    void aNewColumnIsCoveredTooAndWhatWasDamagedBeforeStaysSo() {
        try (var database = open("db/rows-2")) {
            insert(database, ANA, "Ana");
            insert(database, BEN, "Ben");
            RowDamage.execute(database, "person", "update person set name = 'Bem' where name = 'Ben'");
        }
        try (var database = open("db/rows-3")) {
            // The migration itself changed every row.
            assertThat(names(database)).containsExactly("Ana");
            RowDamage.execute(database, "person", "update person set phone = '2' where name = 'Ana'");
            assertThat(names(database)).isEmpty();
        }
    }

    @Test
    void aSealedValueIsBoundToItsRowAndTable() {
        try (var database = open("db/rows-2")) {
            var rows = database.rows();
            var sealed = rows.seal("picture", ANA, plain(ANA));
            assertThat(rows.unseal("picture", ANA, sealed)).isEqualTo(plain(ANA));
            assertThat(rows.unsealed("picture", BEN, sealed)).isEmpty();
            assertThatThrownBy(() -> rows.unseal("pending", ANA, sealed))
                    .isInstanceOfSatisfying(
                            DamagedRowException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("store.damaged-row"));
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                var flipped = sealed.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                assertThat(rows.unsealed("picture", ANA, flipped)).isEmpty();
            }
            assertThat(rows.unsealed("picture", ANA, new byte[0])).isEmpty();
            assertThat(rows.unsealed("picture", ANA, plain(ANA))).isEmpty();
        }
    }

    @Test
    void aCopyHasTheSameRows() throws Exception {
        try (var database = open("db/rows-2")) {
            insert(database, ANA, "Ana");
            var sealed = database.rows().seal("picture", ANA, plain(ANA));
            database.with(
                    handle -> handle.execute("insert into picture (person_id, bytes) values (?, ?)", ANA, sealed));
            var copies = java.nio.file.Files.createDirectory(folder.resolve("copies"));
            DatabaseCopy.write(List.of(new DatabaseCopy.Source("records", database, KEY::clone)), copies, () -> {});
        }
        try (var database = Database.open(folder.resolve("copies").resolve("records"), KEY, "db/rows-2")) {
            assertThat(names(database)).containsExactly("Ana");
            assertThat(database.rows().unseal("picture", ANA, bytes(database, ANA)))
                    .isEqualTo(plain(ANA));
            insert(database, BEN, "Ben");
            assertThat(names(database)).containsExactly("Ana", "Ben");
        }
    }

    @Test
    void aDamagedRowIsAFailureOfOneItemAndNotOfTheDatabase() {
        var done = new ArrayList<Integer>();
        assertThatThrownBy(() -> ItemLoop.forEachThenThrow(List.of(1, 2, 3), item -> {
                    if (item == 1) {
                        throw new DamagedRowException("person", ANA);
                    }
                    done.add(item);
                }))
                .isInstanceOf(DamagedRowException.class);
        assertThat(done).containsExactly(2, 3);
    }
}

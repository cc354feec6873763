package io.vestibule.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.h2.api.Trigger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.value.Value;
import org.h2.value.ValueToObjectConverter;
import org.jspecify.annotations.Nullable;

/// Writes the checksum of each row of a table with a column `row_mac`, whatever statement changes the row, and
/// compares it in queries. A row that was damaged stays marked as damaged when it is changed: its other columns
/// may be wrong, too. Public because H2 creates instances by reflection.
public final class RowChecksum implements Trigger {

    static final String COLUMN = "row_mac";

    /// H2 changes a table by a copy, which gets the name of the table later.
    private static final String COPY = "_COPY_\\d+_\\d+$";

    /// Instead of the checksum of a row that was damaged when it was changed.
    private static final byte[] DAMAGED = {0};

    /// Set by code that has decided that a damaged row is right as it is.
    private static final byte[] ACCEPTED = {1};

    /// How a database treats its rows.
    enum Mode {
        /// Tables are being changed: no checksums are computed.
        MIGRATING,
        /// Checksums are computed for rows that have none.
        COMPUTING,
        NORMAL
    }

    record Registration(RowKeys keys, Mode mode) {}

    /// By the name H2 gives to the database. H2 creates the instances of this class, so that nothing can be
    /// passed to them.
    private static final Map<String, Registration> OPEN = new ConcurrentHashMap<>();

    private String table = "";
    private volatile @Nullable Layout layout;

    /// @param width number of columns
    /// @param place of the checksum among them
    private record Layout(int width, int place, String text) {}

    static void register(String database, RowKeys keys, Mode mode) {
        OPEN.put(database, new Registration(keys, mode));
    }

    static void unregister(String database, RowKeys keys) {
        OPEN.computeIfPresent(database, (_, known) -> known.keys() == keys ? null : known);
    }

    static String nameOf(Connection connection) throws SQLException {
        return session(connection).getDatabase().getName();
    }

    /// What a checksum is bound to besides the values.
    static String layout(String table, List<String> columns) {
        return table + "(" + String.join(",", columns) + ")";
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName.replaceFirst(COPY, "");
    }

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        var registration = OPEN.get(nameOf(connection));
        if (after == null || registration == null) {
            return; // rows that are copied into a backup keep their checksums
        }
        var known = layout(connection, after.length);
        after[known.place()] = mac(registration, known, before, after);
    }

    private static byte @Nullable [] mac(
            Registration registration, Layout layout, @Nullable Object @Nullable [] before, @Nullable Object[] after) {
        var given = (byte @Nullable []) after[layout.place()];
        var computed = registration.mode() == Mode.MIGRATING ? null : of(registration.keys(), layout, after);
        if (before == null || Arrays.equals(given, ACCEPTED)) {
            return computed;
        }
        boolean good = switch (registration.mode()) {
            case MIGRATING, COMPUTING -> !Arrays.equals(given, DAMAGED);
            case NORMAL -> equal(of(registration.keys(), layout, before), (byte @Nullable []) before[layout.place()]);
        };
        return good ? computed : DAMAGED.clone();
    }

    private static byte[] of(RowKeys keys, Layout layout, @Nullable Object[] row) {
        var values = new @Nullable Object[row.length - 1];
        System.arraycopy(row, 0, values, 0, layout.place());
        System.arraycopy(row, layout.place() + 1, values, layout.place(), values.length - layout.place());
        return keys.checksum(layout.text(), values);
    }

    private static boolean equal(byte[] computed, byte @Nullable [] stored) {
        return stored != null && MessageDigest.isEqual(computed, stored);
    }

    private Layout layout(Connection connection, int width) throws SQLException {
        var known = layout;
        if (known == null || known.width() != width) {
            var session = session(connection);
            var columns = session.getDatabase()
                    .getMainSchema()
                    .getTableOrView(session, table)
                    .getColumns();
            var names = Stream.of(columns).map(column -> column.getName()).toList();
            known = new Layout(
                    width,
                    names.indexOf(COLUMN),
                    layout(
                            table,
                            names.stream().filter(name -> !name.equals(COLUMN)).toList()));
            layout = known;
        }
        return known;
    }

    /// The function `row_intact` of the database.
    ///
    /// @param layout see [#layout(String, List)]
    /// @param checksum of the row
    /// @param values of its other columns
    /// @return null if the database was not opened by this program
    public static @Nullable Boolean intact(
            Connection connection, String layout, byte @Nullable [] checksum, Value... values) throws SQLException {
        var registration = OPEN.get(nameOf(connection));
        if (registration == null) {
            return null;
        }
        var jdbc = connection.unwrap(JdbcConnection.class);
        var objects = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            objects[i] = ValueToObjectConverter.valueToDefaultObject(values[i], jdbc, false);
        }
        return equal(registration.keys().checksum(layout, objects), checksum);
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }
}

package io.vestibule.app.wiring;

import io.vestibule.store.Database;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every row of a database as text, by table.
final class DatabaseRows {

    private DatabaseRows() {}

    static Map<String, List<String>> of(Database database) {
        var rows = new TreeMap<String, List<String>>();
        var tables = database.with(handle -> handle.createQuery("select table_name from information_schema.tables"
                        + " where table_schema = 'PUBLIC' order by table_name")
                .mapTo(String.class)
                .list());
        for (var table : tables) {
            rows.put(
                    table,
                    database.with(handle -> handle
                            .createQuery("select * from \"" + table + "\"")
                            .map((found, _) -> {
                                var values = new ArrayList<String>();
                                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                                    var value = found.getObject(i);
                                    values.add(
                                            value instanceof byte[] bytes
                                                    ? Arrays.toString(bytes)
                                                    : value instanceof java.sql.Blob ? "blob" : String.valueOf(value));
                                }
                                return String.join("|", values);
                            })
                            .list()
                            .stream()
                            .sorted()
                            .toList()));
        }
        return rows;
    }
}

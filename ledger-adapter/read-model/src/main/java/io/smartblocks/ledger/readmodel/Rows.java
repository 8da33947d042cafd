package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that one block puts into one table: added to it, or in place of the rows with the same key. */
final class Rows {

    private final String table;
    private final String[] key;
    private final String columns;
    private final Map<List<Object>, Object[]> rows = new LinkedHashMap<>();

    private Rows(String table, String[] key, String columns) {
        this.table = table;
        this.key = key;
        this.columns = columns;
    }

    /** Rows that only ever come to the table. */
    static Rows added(String table, String columns) {
        return new Rows(table, new String[0], columns);
    }

    /** Rows of which the latest with a key takes the place of the earlier; the key's columns come first. */
    static Rows current(String table, String key, String otherColumns) {
        return new Rows(table, key.split(", "), key + ", " + otherColumns);
    }

    void add(Object... row) {
        // Without a key every row is one of its own, so its place among the rows tells it apart.
        List<Object> its = key.length == 0 ? List.<Object>of(rows.size()) : List.of(Arrays.copyOf(row, key.length));
        rows.put(its, row);
    }

    void write(Connection connection) throws SQLException {
        List<Object[]> all = new ArrayList<>(rows.values());
        if (key.length > 0) {
            List<Object[]> keys =
                    all.stream().map(row -> Arrays.copyOf(row, key.length)).toList();
            Sql.batch(connection, "delete from " + table + " where " + String.join(" = ? and ", key) + " = ?", keys);
        }
        int width = columns.split(",").length;
        String values = String.join(", ", Collections.nCopies(width, "?"));
        Sql.batch(connection, "insert into " + table + " (" + columns + ") values (" + values + ")", all);
    }
}

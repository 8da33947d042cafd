package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All that stands in the tables of a database, as text that is the same on every database. */
final class TablesFixture {

    private TablesFixture() {}

    /** Every row of every table that blocks feed, in the order of its primary key. */
    static Map<String, List<String>> content(DataSource database) {
        Map<String, List<String>> content = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table : BlockLog.FED_BY_BLOCKS) {
                String query =
                        "select * from " + table + " order by " + String.join(", ", primaryKey(connection, table));
                content.put(table, Sql.list(connection, query, TablesFixture::text));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return content;
    }

    private static List<String> primaryKey(Connection connection, String table) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        String name = upper ? table.toUpperCase(Locale.ROOT) : table;
        TreeMap<Integer, String> columns = new TreeMap<>();
        try (ResultSet key = connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), name)) {
            while (key.next()) {
                columns.put(key.getInt("KEY_SEQ"), key.getString("COLUMN_NAME"));
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException("The table '" + table + "' has no primary key");
        }
        return new ArrayList<>(columns.values());
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            text.append(columns.getColumnName(column).toLowerCase(Locale.ROOT))
                    .append('=')
                    .append(value(row, column, columns.getColumnType(column)))
                    .append('|');
        }
        return text.toString();
    }

    private static String value(ResultSet row, int column, int type) throws SQLException {
        if (row.getObject(column) == null) {
            return "null";
        }
        return switch (type) {
            // PostgreSQL's driver calls a time with its zone a time
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                row.getObject(column, OffsetDateTime.class).toInstant().toString();
            case Types.BINARY, Types.VARBINARY -> HexFormat.of().formatHex(row.getBytes(column));
            case Types.DATE -> row.getObject(column, LocalDate.class).toString();
            case Types.BIT, Types.BOOLEAN -> Boolean.toString(row.getBoolean(column));
            default -> row.getString(column);
        };
    }
}

package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All that stands in the tables of a database. */
final class TablesFixture {

    private TablesFixture() {}

    /** Every row of every table that blocks feed, in a fixed order. */
    static Map<String, List<String>> content(DataSource database) {
        Map<String, List<String>> content = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table : BlockLog.FED_BY_BLOCKS) {
                List<String> rows =
                        new ArrayList<>(Sql.list(connection, "select * from " + table, TablesFixture::text));
                rows.sort(null);
                content.put(table, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return content;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            text.append(row.getString(column)).append('|');
        }
        return text.toString();
    }
}

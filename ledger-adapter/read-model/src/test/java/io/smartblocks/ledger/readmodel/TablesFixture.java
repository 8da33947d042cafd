package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test, and all that stands in its tables; on PostgreSQL when {@code smartblocks.postgres} names one, for
 * example with {@code -Dsmartblocks.postgres=jdbc:postgresql://localhost/test?user=sa}.
 */
final class TablesFixture {

    private TablesFixture() {}

    static DataSource database() {
        Optional<String> postgres = Optional.ofNullable(System.getProperty("smartblocks.postgres"));
        return postgres.map(TablesFixture::schemaOn).orElseGet(TablesFixture::inMemory);
    }

    private static DataSource schemaOn(String postgres) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres);
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = source.getConnection()) {
            Sql.run(connection, "create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema '" + schema + "' could not be created in " + postgres, e);
        }
        source.setCurrentSchema(schema);
        return source;
    }

    private static DataSource inMemory() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

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

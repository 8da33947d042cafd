package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Has PostgreSQL keep texts in the order of their bytes, as the ledger keeps its keys, in whatever language the database
 * was made; so pages of a list join, and an index serves the beginning of a key.
 */
final class PostgresTexts {

    private static final String IN_THE_ORDER_OF_A_LANGUAGE = "select c.relname, a.attname,"
            + " format_type(a.atttypid, a.atttypmod) as type from pg_attribute a"
            + " join pg_class c on c.oid = a.attrelid and c.relkind = 'r'"
            + " join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()"
            + " join pg_collation o on o.oid = a.attcollation and o.collname = 'default'"
            + " where c.relname = ? and a.attnum > 0 and not a.attisdropped";

    private PostgresTexts() {}

    static int orderByBytes(Connection connection, List<String> tables) throws SQLException {
        if (ordersByBytes(connection)) {
            return 0;
        }
        int changed = 0;
        for (String table : tables) {
            for (String change : changes(connection, table)) {
                Sql.run(connection, change);
                changed++;
            }
        }
        return changed;
    }

    private static List<String> changes(Connection connection, String table) throws SQLException {
        return Sql.list(
                connection,
                IN_THE_ORDER_OF_A_LANGUAGE,
                row -> "alter table " + row.getString("relname") + " alter column " + row.getString("attname")
                        + " type " + row.getString("type") + " collate \"C\"",
                table);
    }

    private static boolean ordersByBytes(Connection connection) throws SQLException {
        // the provider is a column since version 15 only
        return Sql.one(
                        connection,
                        "select datcollate, coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') as provider"
                                + " from pg_database d where datname = current_database()",
                        row -> row.getString("provider").equals("c")
                                && List.of("C", "POSIX").contains(row.getString("datcollate")))
                .orElseThrow();
    }
}

package io.smartblocks.ledger.readmodel;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases on which the read model must do the same. */
enum TestedDatabase {
    H2 {
        @Override
        DataSource empty() {
            return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }

        @Override
        Home home(Path folder) {
            return new Home(List.of(folder.resolve("read-model").toString()));
        }
    },

    POSTGRESQL {
        @Override
        DataSource empty() {
            PostgresServer server = PostgresServer.shared();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(server.url("postgres"));
            source.setUser(PostgresServer.USER);
            source.setPassword(server.password());
            // schemas of one database are made faster than databases
            String schema = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = source.getConnection()) {
                Sql.run(connection, "create schema " + schema);
            } catch (SQLException e) {
                throw new IllegalStateException("The schema '" + schema + "' could not be made", e);
            }
            source.setCurrentSchema(schema);
            return source;
        }

        @Override
        Home home(Path folder) {
            PostgresServer server = PostgresServer.shared();
            return new Home(List.of(server.url(server.newDatabase()), PostgresServer.USER, server.password()));
        }
    };

    /** A database of a test's own, in which nothing stands. */
    abstract DataSource empty();

    /** Where a read model of a test's own stays when it is closed. */
    abstract Home home(Path folder);

    /** A place of a read model, in words that another process can take as arguments. */
    record Home(List<String> words) {

        /** Opens it with what the last one left there. */
        ReadModel open() {
            return words.size() == 1
                    ? ReadModel.open(Path.of(words.get(0)))
                    : ReadModel.open(new PostgresDatabase(words.get(0), words.get(1), words.get(2)));
        }

        /** The same place for who looks into the tables. */
        DataSource tables() {
            if (words.size() == 1) {
                return JdbcConnectionPool.create("jdbc:h2:" + words.get(0), "sa", "");
            }
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(words.get(0));
            source.setUser(words.get(1));
            source.setPassword(words.get(2));
            return source;
        }
    }
}

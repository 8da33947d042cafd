package io.smartblocks.ledger.readmodel;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
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
        Supplier<ReadModel> kept(Path folder) {
            return () -> ReadModel.open(folder.resolve("read-model"));
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
        Supplier<ReadModel> kept(Path folder) {
            PostgresServer server = PostgresServer.shared();
            PostgresDatabase database =
                    new PostgresDatabase(server.url(server.newDatabase()), PostgresServer.USER, server.password());
            return () -> ReadModel.open(database);
        }
    };

    /** A database of a test's own, in which nothing stands. */
    abstract DataSource empty();

    /** Opens a read model of a test's own, each time with what the last one left. */
    abstract Supplier<ReadModel> kept(Path folder);
}

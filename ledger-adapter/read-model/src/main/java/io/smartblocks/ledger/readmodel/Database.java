package io.smartblocks.ledger.readmodel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The database of the read model: brings its tables to the newest version, runs reads and whole transactions. */
final class Database {

    /** Work on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final Logger LOG = System.getLogger(Database.class.getName());
    private static final String POSTGRESQL = "PostgreSQL";
    private static final String H2 = "H2";
    private static final List<String> TABLES = Stream.concat(
                    BlockLog.FED_BY_BLOCKS.stream(),
                    Stream.of("due_period", "sweep_run", "sweep_problem", "watched_source", "look_again"))
            .toList();

    private final DataSource source;
    private boolean writesLater;

    Database(DataSource source) {
        this.source = source;
    }

    void migrate() {
        MigrateResult migrated = Flyway.configure()
                .dataSource(source)
                .loggers(MigrationLog.class.getName())
                .table("read_model_history")
                .locations("classpath:io/smartblocks/ledger/readmodel/migration")
                .load()
                .migrate();
        String product = read(connection -> connection.getMetaData().getDatabaseProductName());
        writesLater = H2.equals(product);
        if (POSTGRESQL.equals(product)) {
            inTransaction(connection -> PostgresTexts.orderByBytes(connection, TABLES));
        }
        if (migrated.migrationsExecuted > 0 && migrated.initialSchemaVersion != null) {
            LOG.log(
                    Level.INFO,
                    "The read model''s tables were brought from version {0} to {1}; what they hold of the ledger"
                            + " is filled in again from its blocks where their shape is another",
                    migrated.initialSchemaVersion,
                    migrated.targetSchemaVersion);
        }
    }

    <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new ReadModelException("The read model could not be read: " + e.getMessage(), e);
        }
    }

    /** All of the work or none of it. */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new ReadModelException("The read model could not be written: " + e.getMessage(), e);
        }
    }

    /** The same for what no block can tell again: it is in the file, or on the server, when this ends. */
    <T> T inLastingTransaction(Work<T> work) {
        T result = inTransaction(work);
        if (writesLater) {
            read(connection -> Sql.run(connection, "checkpoint"));
        }
        return result;
    }

    /** Undoes what was done; that this fails too, as on a lost connection, must not hide why. */
    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}

package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The database of the read model: brings its tables to the newest version, runs reads and whole transactions. */
final class Database {

    /** Work on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final String POSTGRESQL = "PostgreSQL";
    private static final List<String> TABLES = Stream.concat(
                    BlockLog.FED_BY_BLOCKS.stream(),
                    Stream.of("due_period", "sweep_run", "sweep_problem", "watched_source", "look_again"))
            .toList();

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    void migrate() {
        Flyway.configure()
                .dataSource(source)
                .loggers(MigrationLog.class.getName())
                .table("read_model_history")
                .locations("classpath:io/smartblocks/ledger/readmodel/migration")
                .load()
                .migrate();
        inTransaction(connection -> POSTGRESQL.equals(connection.getMetaData().getDatabaseProductName())
                ? PostgresTexts.orderByBytes(connection, TABLES)
                : 0);
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

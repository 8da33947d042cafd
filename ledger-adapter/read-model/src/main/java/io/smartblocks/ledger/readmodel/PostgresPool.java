package io.smartblocks.ledger.readmodel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections to a PostgreSQL database: one that projects, and those of the readers. */
final class PostgresPool implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final int KEPT_OPEN = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    // A server that vanished without a word must not hold a thread for ever; emptying great tables may take a while.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final HikariDataSource source;

    private PostgresPool(HikariDataSource source) {
        this.source = source;
    }

    static PostgresPool of(PostgresDatabase database) {
        try {
            return new PostgresPool(new HikariDataSource(settings(database)));
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ReadModelException(
                    "The read model in " + database + " could not be opened: " + cause.getMessage()
                            + ". Check that the server runs, that the database and the role exist, and the password",
                    cause);
        }
    }

    private static HikariConfig settings(PostgresDatabase database) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("read-model");
        settings.setJdbcUrl(database.url());
        settings.setUsername(database.user());
        settings.setPassword(database.password());
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(KEPT_OPEN);
        settings.setConnectionTimeout(LONGEST_WAIT.toMillis());
        settings.addDataSourceProperty("ApplicationName", "smartblocks");
        settings.addDataSourceProperty("loginTimeout", LONGEST_WAIT.toSeconds());
        settings.addDataSourceProperty("socketTimeout", LONGEST_SILENCE.toSeconds());
        settings.addDataSourceProperty("tcpKeepAlive", true);
        // many rows in one statement: catching up is bound by round trips
        settings.addDataSourceProperty("reWriteBatchedInserts", true);
        return settings;
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}

package io.smartblocks.runtime.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.Scheduler;

/** The tables in PostgreSQL by which the schedulers of several nodes agree, made by the script that comes with Quartz. */
final class QuartzTables {

    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";
    // any number will do, as long as all nodes take the same
    private static final long ONE_NODE_AT_A_TIME = 7_340_661_252L;

    private QuartzTables() {}

    /** Makes them where they are not there yet; the first node does, and the others wait for it. */
    static void make(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + ONE_NODE_AT_A_TIME + ")");
                if (!stand(statement)) {
                    for (String command : script().split(";")) {
                        if (!command.isBlank() && !command.strip().equalsIgnoreCase("commit")) {
                            statement.execute(command);
                        }
                    }
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean stand(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('qrtz_locks') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static String script() {
        try (InputStream stream = Scheduler.class.getResourceAsStream(SCRIPT)) {
            if (stream == null) {
                throw new IllegalStateException("Quartz comes without " + SCRIPT + "; check its version");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.strip().startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + SCRIPT, e);
        }
    }
}

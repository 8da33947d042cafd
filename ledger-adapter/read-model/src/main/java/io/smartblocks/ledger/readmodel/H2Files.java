package io.smartblocks.ledger.readmodel;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database of H2 in files, with a pool of connections. */
final class H2Files implements AutoCloseable {

    // H2 alone keeps 16 MB of pages. The readings of a month of 10,000 meters take more than 100 MB; days are added to
    // each of them, and one sweep reads them all.
    private static final long KEPT_KIBIBYTES = Runtime.getRuntime().maxMemory() / 8 / 1024;

    // Statements are parsed once for each connection, not each time; H2 alone keeps eight.
    // Commits are written together, seconds later: what a killed process loses of blocks it projects again, and what no
    // block can tell again is written at once (Database.inLastingTransaction). Only so does H2 tidy up behind itself
    // meanwhile, and for up to two seconds when it is closed.
    // Larger pages take less work; texts of a statement or document stand in the row, not in a file of large objects.
    private static final String SETTINGS = ";QUERY_CACHE_SIZE=256;CACHE_SIZE=" + KEPT_KIBIBYTES
            + ";WRITE_DELAY=2000;PAGE_SIZE=16384;MAX_COMPACT_TIME=2000"
            + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;MAX_LENGTH_INPLACE_LOB=16384";
    private static final int CONNECTIONS = 32;

    private final JdbcConnectionPool pool;

    private H2Files(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static H2Files at(Path files) {
        UnharmedFiles.register();
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:" + UnharmedFiles.SCHEME + ":" + files.toAbsolutePath() + SETTINGS, "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        requireOpen(pool, files);
        return new H2Files(pool);
    }

    private static void requireOpen(JdbcConnectionPool pool, Path files) {
        try (Connection connection = pool.getConnection()) {
            connection.getMetaData();
        } catch (SQLException e) {
            pool.dispose();
            String message = e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                    ? "The read model '" + files + "' is in use by another process."
                            + " Stop that process, or name another data directory"
                    : "The read model '" + files + "' could not be opened: " + e.getMessage()
                            + ". Its files hold nothing that the ledger does not; move them away and they are made anew";
            throw new ReadModelException(message, e);
        }
    }

    DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}

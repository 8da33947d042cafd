package io.smartblocks.ledger.readmodel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** What the migration tool says, kept for those who look for it: a command's output is no place for it. */
public final class MigrationLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> origin) {
        return new Quiet(System.getLogger(origin.getName()));
    }

    private record Quiet(Logger logger) implements Log {

        @Override
        public void debug(String message) {
            logger.log(Level.TRACE, message);
        }

        @Override
        public void info(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void notice(String message) {
            logger.log(Level.DEBUG, message);
        }

        // It warns of each database that is newer than itself; what is truly wrong comes as an exception.
        @Override
        public void warn(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void error(String message) {
            logger.log(Level.ERROR, message);
        }

        @Override
        public void error(String message, Exception cause) {
            logger.log(Level.ERROR, message, cause);
        }
    }
}

package io.smartblocks.ledger.readmodel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that goes away, or commits and cannot say so any more. */
final class FlakyDatabase {

    private final DataSource real;
    private volatile boolean away;
    private volatile boolean losesOneCommit;
    private volatile boolean breaksOnce;

    FlakyDatabase(DataSource real) {
        this.real = real;
    }

    void away(boolean isAway) {
        away = isAway;
    }

    /** The next commit happens, but its caller hears of a failure. */
    void loseOneCommit() {
        losesOneCommit = true;
    }

    /** The next connection ends in an error that no program expects. */
    void breakOnce() {
        breaksOnce = true;
    }

    DataSource source() {
        return proxy(DataSource.class, real, "getConnection", this::connection);
    }

    private Object connection(Object connection) throws SQLException {
        if (away) {
            ((Connection) connection).close();
            throw new SQLException("The database is away");
        }
        if (breaksOnce) {
            breaksOnce = false;
            throw new StackOverflowError("too deep");
        }
        return proxy(Connection.class, connection, "commit", this::committed);
    }

    private Object committed(Object nothing) throws SQLException {
        if (losesOneCommit) {
            losesOneCommit = false;
            throw new SQLException("The connection was lost");
        }
        return nothing;
    }

    private interface Afterwards {
        Object on(Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object target, String method, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                FlakyDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    try {
                        Object result = called.invoke(target, arguments);
                        return called.getName().equals(method) ? afterwards.on(result) : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}

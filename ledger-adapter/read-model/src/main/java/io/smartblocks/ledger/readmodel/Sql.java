package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.TransactionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one statement with its parameters and turns its rows into records. */
final class Sql {

    /** Makes a record of the row on which the result stands. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.of(result));
                }
                return rows;
            }
        }
    }

    static <T> Optional<T> one(Connection connection, String sql, Row<T> row, Object... parameters)
            throws SQLException {
        return list(connection, sql, row, parameters).stream().findFirst();
    }

    static int run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Writes all rows in one round trip. */
    static void batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        counts(connection, sql, rows);
    }

    /** Writes all rows in one round trip, and tells how many each of them changed. */
    static int[] counts(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Limits a query to its first rows. */
    static String first(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " rows; expected at least 1");
        }
        return " fetch first " + limit + " rows only";
    }

    /** Text as a part of a pattern that {@code like … escape '!'} takes for itself. */
    static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    static Optional<TransactionId> transactionId(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getBytes("transaction_id"))
                .map(digest -> new TransactionId(Hash.ofDigest(digest)));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, stored(parameters[i]));
        }
    }

    private static @Nullable Object stored(Object parameter) {
        if (parameter instanceof Optional<?> optional) {
            return optional.isPresent() ? stored(optional.get()) : null;
        }
        return parameter instanceof Instant instant ? stored(instant) : parameter;
    }

    /** Columns hold microseconds and would round: what was stored at an instant would be later than the same one asked for. */
    private static OffsetDateTime stored(Instant instant) {
        return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}

package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.TransactionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stood under a range of keys after a block: what was written later is not seen, nor what was superseded. */
final class StandingStates {

    // the sign behind the stroke, so that a range ends with all that begins with what is before it
    private static final char BEHIND_STROKE = '0';

    private static final String WRITTEN =
            "select w.state_key, w.content, w.block_number, b.made_at, t.id as transaction_id"
                    + " from state_write w join block b on b.number = w.block_number"
                    + " left join ledger_transaction t on t.number = w.transaction_number";

    private final Database database;

    StandingStates(Database database) {
        this.database = database;
    }

    /** What stood under a key. */
    <S extends State> Optional<Recorded<S>> at(StateKey key, long asOfBlock, Class<S> type) {
        return database
                .read(c -> Sql.list(
                        c,
                        WRITTEN
                                + " where w.state_key = ? and w.block_number <= ?"
                                + " order by w.number desc" + Sql.first(1),
                        row -> Version.of(row).as(type),
                        key.value(),
                        asOfBlock))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** All that ever stood under a key, the oldest first. */
    <S extends State> List<Recorded<S>> history(StateKey key, Class<S> type) {
        return database
                .read(c -> Sql.list(
                        c,
                        WRITTEN + " where w.state_key = ? order by w.number",
                        row -> Version.of(row).as(type),
                        key.value()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What stood under the keys that go on after a prefix that ends with a stroke, by key. */
    <S extends State> List<Recorded<S>> under(String prefix, long asOfBlock, Class<S> type) {
        if (!prefix.endsWith("/")) {
            throw new IllegalArgumentException("'" + prefix + "' must end with '/', or it begins other names as well");
        }
        return between(prefix, prefix.substring(0, prefix.length() - 1) + BEHIND_STROKE, asOfBlock, type);
    }

    /** What stood under the keys from one up to, and not including, another, by key. */
    <S extends State> List<Recorded<S>> between(String from, String to, long asOfBlock, Class<S> type) {
        List<Version> versions = database.read(c -> Sql.list(
                c,
                WRITTEN
                        + " where w.state_key >= ? and w.state_key < ? and w.block_number <= ?"
                        + " order by w.state_key, w.number",
                Version::of,
                from,
                to,
                asOfBlock));
        Map<String, Version> last = new LinkedHashMap<>();
        versions.forEach(version -> last.put(version.key(), version));
        return last.values().stream()
                .flatMap(version -> version.as(type).stream())
                .toList();
    }

    /** One row, whose content is read only when it counts. */
    private record Version(String key, String content, long block, Instant time, Optional<TransactionId> transaction) {

        static Version of(ResultSet row) throws SQLException {
            return new Version(
                    row.getString("state_key"),
                    row.getString("content"),
                    row.getLong("block_number"),
                    Sql.instant(row, "made_at"),
                    Sql.transactionId(row));
        }

        <S extends State> Optional<Recorded<S>> as(Class<S> type) {
            return Optional.of(CanonicalJson.read(content, State.class))
                    .filter(type::isInstance)
                    .map(state -> new Recorded<>(type.cast(state), block, time, transaction));
        }
    }
}

package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chain itself: blocks, their transactions, and what stood under each key when. */
public final class ChainView {

    private static final String TRANSACTION =
            "select t.*, b.made_at from ledger_transaction t" + " join block b on b.number = t.block_number ";
    private static final String WRITE =
            "select w.*, b.made_at from state_write w join block b on b.number = w.block_number ";

    private final Database database;

    ChainView(Database database) {
        this.database = database;
    }

    /** The newest blocks, newest first. */
    public List<BlockSummary> blocks(int limit) {
        return blocks(Long.MAX_VALUE, limit);
    }

    /** The blocks before the one with the number, newest first. */
    public List<BlockSummary> blocks(long before, int limit) {
        return database.read(c -> Sql.list(
                c,
                "select * from block where number < ? order by number desc" + Sql.first(limit),
                ChainView::block,
                before));
    }

    /** The last block that was made before an instant. */
    public Optional<Long> lastBefore(Instant instant) {
        return database.read(c -> Sql.one(
                c,
                "select number from block where made_at < ? order by number desc" + Sql.first(1),
                row -> row.getLong("number"),
                instant));
    }

    /** The block with the number. */
    public Optional<BlockSummary> block(long number) {
        return database.read(c -> Sql.one(c, "select * from block where number = ?", ChainView::block, number));
    }

    /** All transactions of a block, batch after batch in the order in which they were applied. */
    public List<TransactionSummary> transactionsOf(long block) {
        return database.read(c -> Sql.list(
                c, TRANSACTION + "where t.block_number = ? order by t.batch, t.place", ChainView::transaction, block));
    }

    /** The newest transactions of the whole chain, newest first. */
    public List<TransactionSummary> transactions(int limit) {
        return transactions(new TransactionPlace(Long.MAX_VALUE, 0, 0), limit);
    }

    /** The transactions before the one at the place, newest first. */
    public List<TransactionSummary> transactions(TransactionPlace before, int limit) {
        return database.read(c -> Sql.list(
                c,
                TRANSACTION + "where t.block_number < ? or (t.block_number = ? and (t.batch < ?"
                        + " or (t.batch = ? and t.place < ?)))"
                        + " order by t.block_number desc, t.batch desc, t.place desc" + Sql.first(limit),
                ChainView::transaction,
                before.block(),
                before.block(),
                before.batch(),
                before.batch(),
                before.place()));
    }

    /** The newest transactions about one agreement, meter, index or member, newest first. */
    public List<TransactionSummary> transactionsAbout(String subject, int limit) {
        return database.read(c -> Sql.list(
                c,
                TRANSACTION + "where t.subject = ? order by t.block_number desc, t.batch desc, t.place desc"
                        + Sql.first(limit),
                ChainView::transaction,
                subject));
    }

    /** One transaction with its payload and what it wrote. */
    public Optional<TransactionDetail> transaction(TransactionId id) {
        return database.read(c -> Sql.one(c, TRANSACTION + "where t.id = ?", row -> detail(c, row), id.toString()));
    }

    /** What a batch of a block wrote, in the order of the keys. */
    public List<StateWrite> writesOf(long block, int batch) {
        return database.read(c -> writes(c, block, batch));
    }

    /** All that ever stood under a key, newest first. */
    public List<StateWrite> history(StateKey key) {
        return database.read(c -> Sql.list(
                c,
                WRITE + "where w.state_key = ? order by w.block_number desc, w.batch desc",
                ChainView::write,
                key.value()));
    }

    /** What stands on the ledger now under keys that begin with the prefix, such as {@code meter/}, by key. */
    public List<StateWrite> states(String prefix, int limit) {
        return statesAfter(prefix, "", limit);
    }

    /** Those that follow the given key in a list of {@link #states(String, int)}. */
    public List<StateWrite> states(String prefix, StateKey after, int limit) {
        return statesAfter(prefix, after.value(), limit);
    }

    private List<StateWrite> statesAfter(String prefix, String after, int limit) {
        return database.read(c -> Sql.list(
                c,
                WRITE + "where w.state_key like ? escape '!' and w.state_key > ?"
                        + " and not exists (select 1 from state_write n where n.state_key = w.state_key"
                        + " and (n.block_number > w.block_number"
                        + " or (n.block_number = w.block_number and n.batch > w.batch)))"
                        + " order by w.state_key" + Sql.first(limit),
                ChainView::write,
                Sql.literal(prefix) + "%",
                after));
    }

    private static TransactionDetail detail(Connection connection, ResultSet row) throws SQLException {
        TransactionSummary summary = transaction(row);
        String payload = row.getString("payload");
        TransactionPlace place = summary.place();
        List<StateWrite> ofBatch = writes(connection, place.block(), place.batch());
        Optional<TransactionId> id = Optional.of(summary.id());
        List<StateWrite> own = ofBatch.stream()
                .filter(write ->
                        write.transaction().isEmpty() || write.transaction().equals(id))
                .toList();
        return new TransactionDetail(
                summary, CanonicalJson.read(payload, Payload.class), payload, row.getString("signature"), own);
    }

    private static List<StateWrite> writes(Connection connection, long block, int batch) throws SQLException {
        return Sql.list(
                connection,
                WRITE + "where w.block_number = ? and w.batch = ? order by w.state_key",
                ChainView::write,
                block,
                batch);
    }

    private static BlockSummary block(ResultSet row) throws SQLException {
        return new BlockSummary(
                row.getLong("number"),
                new Hash(row.getString("hash")),
                new Hash(row.getString("previous_hash")),
                Sql.instant(row, "made_at"),
                new Hash(row.getString("transactions_root")),
                new Hash(row.getString("changes_root")),
                new MemberId(row.getString("signer")),
                row.getInt("batch_count"),
                row.getInt("transaction_count"));
    }

    private static TransactionSummary transaction(ResultSet row) throws SQLException {
        return new TransactionSummary(
                TransactionId.of(row.getString("id")),
                new TransactionPlace(row.getLong("block_number"), row.getInt("batch"), row.getInt("place")),
                row.getString("family"),
                row.getString("action"),
                new MemberId(row.getString("signer")),
                new MemberId(row.getString("organisation")),
                new RequestKey(row.getString("request_key")),
                Sql.instant(row, "stated_at"),
                Sql.instant(row, "made_at"),
                row.getString("subject"),
                row.getString("detail"));
    }

    private static StateWrite write(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return new StateWrite(
                new StateKey(row.getString("state_key")),
                CanonicalJson.read(content, State.class),
                content,
                row.getLong("block_number"),
                row.getInt("batch"),
                Sql.instant(row, "made_at"),
                Sql.transactionId(row));
    }
}

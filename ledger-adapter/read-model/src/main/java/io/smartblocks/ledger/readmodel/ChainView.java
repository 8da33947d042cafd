package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The chain itself: blocks, and their transactions with all that they said and wrote. */
public final class ChainView {

    private static final String TRANSACTION =
            "select t.id as transaction_id, t.block_number, t.batch, t.place, t.request_key, t.stated_at, t.detail,"
                    + " b.made_at, f.name as family, a.name as action, s.name as signer, o.name as organisation,"
                    + " j.name as subject from ledger_transaction t join block b on b.number = t.block_number"
                    + " join known_name f on f.number = t.family join known_name a on a.number = t.action"
                    + " join known_name s on s.number = t.signer join known_name o on o.number = t.organisation"
                    + " join known_name j on j.number = t.subject ";

    private static final Comparator<TransactionPlace> NEWEST_FIRST = Comparator.comparingLong(TransactionPlace::block)
            .thenComparingInt(TransactionPlace::batch)
            .thenComparingInt(TransactionPlace::place)
            .reversed();

    private final Database database;
    private final KnownNames names;
    private final BlockSource blocks;

    ChainView(Database database, KnownNames names, BlockSource blocks) {
        this.database = database;
        this.names = names;
        this.blocks = blocks;
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
                c,
                TRANSACTION + "where t.number >= ? and t.number < ? order by t.number",
                ChainView::transaction,
                Projection.number(block, 0),
                Projection.number(block + 1, 0)));
    }

    /**
     * The transactions that wrote a key, oldest first. One is missing where its batch does not tell which of its
     * transactions wrote the key, and all of readings and settlements, which have tables of their own.
     */
    public List<TransactionSummary> writersOf(StateKey key) {
        return database.read(c -> Sql.list(
                c,
                TRANSACTION
                        + "join state_write w on w.transaction_number = t.number where w.state_key = ? order by w.number",
                ChainView::transaction,
                key.value()));
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
                        + " or (t.batch = ? and t.place < ?))) order by t.number desc" + Sql.first(limit),
                ChainView::transaction,
                before.block(),
                before.block(),
                before.batch(),
                before.batch(),
                before.place()));
    }

    /** The newest transactions about one agreement, meter, index or member, newest first. */
    public List<TransactionSummary> transactionsAbout(String subject, int limit) {
        return database.read(c -> {
            Integer name = names.numbers(c, List.of(subject)).get(subject);
            if (name == null) {
                return List.of();
            }
            List<TransactionSummary> all = new ArrayList<>(Sql.list(
                    c,
                    TRANSACTION + "where t.listed_under = ? order by t.number desc" + Sql.first(limit),
                    ChainView::transaction,
                    name));
            all.addAll(Sql.list(
                    c,
                    TRANSACTION + "where t.number in (select p.transaction_number from day_page p where p.place >= ?"
                            + " and p.place < ?) order by t.number desc" + Sql.first(limit),
                    ChainView::transaction,
                    PagePlace.first(name, LocalDate.MIN),
                    PagePlace.first(name, LocalDate.MAX)));
            all.sort(Comparator.comparing(TransactionSummary::place, NEWEST_FIRST));
            return List.copyOf(all.subList(0, Math.min(limit, all.size())));
        });
    }

    /** One transaction with its payload and what it wrote, which are read from the ledger. */
    public Optional<TransactionDetail> transaction(TransactionId id) {
        return database.read(c -> Sql.one(
                        c, TRANSACTION + "where " + IdStart.IS, ChainView::transaction, IdStart.and(id.value())))
                .map(this::detail);
    }

    private TransactionDetail detail(TransactionSummary summary) {
        long number = summary.place().block();
        Block block = blocks.block(number)
                .orElseThrow(() -> new ReadModelException("The ledger here has no block " + number
                        + " yet, though the tables know it; another node is ahead of this one: ask again later"));
        return new BatchDetail(block, summary.place().batch(), transactionsOf(number)).of(summary);
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
                Sql.transactionId(row).orElseThrow(),
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
}

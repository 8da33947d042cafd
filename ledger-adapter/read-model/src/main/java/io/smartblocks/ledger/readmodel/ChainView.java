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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chain itself: blocks, and their transactions with all that they said and wrote. */
public final class ChainView {

    // Names are asked for one by one: to order a join with five more tables takes longer than to read a page of rows.
    private static final String TRANSACTION =
            "select t.id as transaction_id, t.block_number, t.batch, t.place, t.request_key, t.stated_at, t.detail,"
                    + " b.made_at, " + named("family") + ", " + named("action") + ", " + named("signer") + ", "
                    + named("organisation") + ", " + named("subject")
                    + " from ledger_transaction t join block b on b.number = t.block_number ";

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
        return transactionsOf(block, 0, Integer.MAX_VALUE);
    }

    /** The same from the one at a place on, counted from 0, and not more than so many of them. */
    public List<TransactionSummary> transactionsOf(long block, int from, int limit) {
        return database.read(c -> Sql.list(
                c,
                TRANSACTION + "where t.number >= ? and t.number < ? order by t.number" + Sql.first(limit),
                ChainView::transaction,
                Projection.number(block, from),
                Projection.number(block + 1, 0)));
    }

    /** How many transactions of a block each of its batches from one to another holds, and for whom; counted from 0. */
    public List<BatchSummary> batchesOf(long block, int from, int to) {
        return database.read(c -> Sql.list(
                c,
                "select g.batch, g.transactions, n.name from (select t.batch, count(*) as transactions,"
                        + " min(t.organisation) as organisation from ledger_transaction t where t.number >= ?"
                        + " and t.number < ? and t.batch between ? and ? group by t.batch) g"
                        + " join known_name n on n.number = g.organisation order by g.batch",
                row -> new BatchSummary(
                        row.getInt("batch"), new MemberId(row.getString("name")), row.getInt("transactions")),
                Projection.number(block, 0),
                Projection.number(block + 1, 0),
                from,
                to));
    }

    /** What a block of the ledger holds, which stands in no table; empty where the ledger here has no such block. */
    public Optional<Block> content(long block) {
        return blocks.block(block);
    }

    /** The transaction of a batch that wrote a key; empty where the batch does not tell which of several it was. */
    public Optional<TransactionSummary> writerOf(StateKey key, long block, int batch) {
        Block content = content(block).orElseThrow(() -> missing(block));
        int before = content.batches().subList(0, batch).stream()
                .mapToInt(each -> each.transactions().size())
                .sum();
        return new BatchDetail(content, batch, organisations(block))
                .writer(key)
                .flatMap(place ->
                        transactionsOf(block, before + place, 1).stream().findFirst());
    }

    /** For whom the signers of a block acted. */
    private Map<MemberId, MemberId> organisations(long block) {
        Map<MemberId, MemberId> organisations = new HashMap<>();
        database.read(c -> Sql.list(
                c,
                "select " + named("signer") + ", " + named("organisation") + " from (select distinct t.signer,"
                        + " t.organisation from ledger_transaction t where t.number >= ? and t.number < ?) t",
                row -> organisations.put(
                        new MemberId(row.getString("signer")), new MemberId(row.getString("organisation"))),
                Projection.number(block, 0),
                Projection.number(block + 1, 0)));
        return organisations;
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
        Block block = content(number).orElseThrow(() -> missing(number));
        return new BatchDetail(block, summary.place().batch(), organisations(number)).of(summary);
    }

    private static ReadModelException missing(long block) {
        return new ReadModelException("The ledger here has no block " + block
                + " yet, though the tables know it; another node is ahead of this one: ask again later");
    }

    private static String named(String column) {
        return "(select n.name from known_name n where n.number = t." + column + ") as " + column;
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

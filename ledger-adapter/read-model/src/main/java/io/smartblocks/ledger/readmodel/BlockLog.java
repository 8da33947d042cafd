package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.proof.Hash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes blocks in their order, each with its checkpoint in one database transaction. */
final class BlockLog {

    static final List<String> FED_BY_BLOCKS = List.of(
            "waiting",
            "settlement_party",
            "settlement_total",
            "settlement",
            "hold",
            "dispute",
            "verification",
            "statement",
            "seen_site",
            "seen_meter",
            "named_meter",
            "agreement_party",
            "agreement",
            "index_value",
            "price_index",
            "day_page",
            "meter",
            "site",
            "member",
            "state_write",
            "ledger_transaction",
            "known_name",
            "block",
            "checkpoint");

    private final Database database;
    private final KnownNames names;

    BlockLog(Database database, KnownNames names) {
        this.database = database;
        this.names = names;
    }

    Checkpoint checkpoint() {
        return database.read(BlockLog::checkpoint);
    }

    /** The new checkpoint, or nothing when the block stands in the tables already. */
    Optional<Checkpoint> apply(Block block) {
        Map<String, Integer> brought = new HashMap<>();
        Optional<Checkpoint> advanced = database.inTransaction(connection -> {
            Checkpoint reached = ownCheckpoint(connection);
            if (block.number() < reached.height()) {
                requireSame(connection, block);
                return Optional.empty();
            }
            requireNext(block, reached);
            brought.putAll(new Projection(connection, block, names).write());
            return Optional.of(advance(connection, block));
        });
        names.keep(brought);
        return advanced;
    }

    void clear() {
        names.forget();
        database.inTransaction(connection -> {
            int rows = 0;
            for (String table : FED_BY_BLOCKS) {
                rows += Sql.run(connection, "delete from " + table);
            }
            rows += Sql.run(connection, "delete from look_again");
            rows += Sql.run(connection, "update looked_to set block_number = -1");
            return rows;
        });
    }

    void requireFit(Ledger ledger) {
        Checkpoint reached = checkpoint();
        if (reached.height() == 0) {
            return;
        }
        long last = reached.height() - 1;
        Optional<Block> standing = ledger.block(last);
        if (standing.isEmpty()) {
            throw new ReadModelException("The read model holds " + reached.height() + " blocks and the ledger only "
                    + ledger.height() + ": it was fed by another ledger, or the ledger lost blocks."
                    + " Verify the ledger; if it is whole, rebuild the read model");
        }
        Hash onLedger = standing.get().hash();
        if (!onLedger.equals(reached.lastHash())) {
            throw new ReadModelException("Block " + last + " is " + reached.lastHash() + " in the read model and "
                    + onLedger + " on the ledger: the read model was fed by another ledger."
                    + " Check the data directory; if it is the right one, rebuild the read model");
        }
    }

    private static Checkpoint checkpoint(Connection connection) throws SQLException {
        return checkpoint(connection, "");
    }

    /** Several nodes may project into one database: one takes the block, the others wait and find it there. */
    private static Checkpoint ownCheckpoint(Connection connection) throws SQLException {
        return checkpoint(connection, " for update");
    }

    private static Checkpoint checkpoint(Connection connection, String lock) throws SQLException {
        return Sql.one(
                        connection,
                        "select height, last_hash, last_made_at from checkpoint where id = 1" + lock,
                        row -> new Checkpoint(
                                row.getLong("height"),
                                new Hash(row.getString("last_hash")),
                                Sql.instant(row, "last_made_at")))
                .orElse(Checkpoint.NONE);
    }

    private static Checkpoint advance(Connection connection, Block block) throws SQLException {
        Checkpoint reached =
                new Checkpoint(block.number() + 1, block.hash(), block.header().time());
        Object[] columns = {reached.height(), reached.lastHash().value(), reached.lastTime()};
        int moved = Sql.run(
                connection, "update checkpoint set height = ?, last_hash = ?, last_made_at = ? where id = 1", columns);
        if (moved == 0) {
            Sql.run(
                    connection,
                    "insert into checkpoint (height, last_hash, last_made_at, id) values (?, ?, ?, 1)",
                    columns);
        }
        return reached;
    }

    private static void requireNext(Block block, Checkpoint reached) {
        if (block.number() > reached.height()) {
            throw new ReadModelException("Block " + block.number() + " came where block " + reached.height()
                    + " was expected: blocks are projected without a gap");
        }
        if (!block.header().previousHash().equals(reached.lastHash())) {
            throw new ReadModelException("Block " + block.number() + " follows "
                    + block.header().previousHash() + ", but the last block of the read model is "
                    + reached.lastHash() + ": it was fed by another ledger");
        }
    }

    private static void requireSame(Connection connection, Block block) throws SQLException {
        String known = Sql.one(
                        connection,
                        "select hash from block where number = ?",
                        row -> row.getString("hash"),
                        block.number())
                .orElse("missing");
        if (!known.equals(block.hash().value())) {
            throw new ReadModelException("Block " + block.number() + " is " + block.hash()
                    + ", but the read model knows it as " + known + ": it was fed by another ledger");
        }
    }
}

package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one block into the tables, each table in one round trip. */
final class Projection {

    private final Connection connection;
    private final Block block;
    private final StateTables tables;
    private final Map<MemberId, MemberId> organisations = new HashMap<>();
    private final List<Object[]> transactions = new ArrayList<>();
    private final List<Object[]> writes = new ArrayList<>();

    Projection(Connection connection, Block block) {
        this.connection = connection;
        this.block = block;
        this.tables = new StateTables(connection, block);
    }

    void write() throws SQLException {
        noteNewMembers();
        for (int batch = 0; batch < block.batches().size(); batch++) {
            collect(batch, block.batches().get(batch));
        }
        writeBlock();
        Sql.batch(
                connection,
                "insert into ledger_transaction (id, block_number, batch, place, family, action, signer, organisation,"
                        + " request_key, stated_at, subject, detail, payload, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                transactions);
        Sql.batch(
                connection,
                "insert into state_write (block_number, batch, state_key, kind, transaction_id, content)"
                        + " values (?, ?, ?, ?, ?, ?)",
                writes);
        tables.write();
    }

    private void writeBlock() throws SQLException {
        Sql.run(
                connection,
                "insert into block (number, hash, previous_hash, made_at, transactions_root, changes_root, signer,"
                        + " batch_count, transaction_count) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                block.number(),
                block.hash().value(),
                block.header().previousHash().value(),
                block.header().time(),
                block.header().transactionsRoot().value(),
                block.header().changesRoot().value(),
                block.header().signer().value(),
                block.batches().size(),
                transactions.size());
    }

    private void collect(int batch, CommittedBatch committed) throws SQLException {
        Map<StateKey, String> transactionOf = new HashMap<>();
        for (int place = 0; place < committed.transactions().size(); place++) {
            Transaction transaction = committed.transactions().get(place);
            Subject subject = Subjects.of(
                    transaction.body().payload(),
                    organisationOf(transaction.body().signer()));
            subject.keys()
                    .forEach(key -> transactionOf.put(key, transaction.id().toString()));
            transactions.add(row(batch, place, transaction, subject));
        }
        // what a batch of one transaction writes is all its own
        Optional<String> alone = committed.transactions().size() == 1
                ? Optional.of(committed.transactions().get(0).id().toString())
                : Optional.empty();
        for (StateEntry write : committed.writes()) {
            Optional<String> transaction = alone.or(() -> Optional.ofNullable(transactionOf.get(write.key())));
            writes.add(new Object[] {
                block.number(),
                batch,
                write.key().value(),
                write.key().kind(),
                transaction,
                CanonicalJson.write((Record) write.state())
            });
            tables.add(write, batch, transaction);
        }
    }

    private Object[] row(int batch, int place, Transaction transaction, Subject subject) throws SQLException {
        TransactionBody body = transaction.body();
        return new Object[] {
            transaction.id().toString(),
            block.number(),
            batch,
            place,
            body.payload().family(),
            body.payload().action(),
            body.signer().value(),
            organisationOf(body.signer()).value(),
            body.requestKey().value(),
            body.statedAt(),
            subject.id(),
            subject.detail(),
            CanonicalJson.write((Record) body.payload()),
            transaction.signature().value()
        };
    }

    /** A member may sign in the very block that admits it, as the founder of a ledger does. */
    private void noteNewMembers() {
        for (StateEntry write : block.writes()) {
            if (write.state() instanceof MemberState state) {
                organisations.put(state.member().id(), state.member().organisation());
            }
        }
    }

    private MemberId organisationOf(MemberId signer) throws SQLException {
        if (!organisations.containsKey(signer)) {
            Optional<MemberId> known = Sql.one(
                    connection,
                    "select organisation from member where id = ?",
                    row -> new MemberId(row.getString("organisation")),
                    signer.value());
            organisations.put(signer, known.orElse(signer));
        }
        return organisations.get(signer);
    }
}

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes one block into the tables, each table in one round trip. */
final class Projection {

    // a block of more could not be read into memory
    private static final int PLACE_BITS = 24;

    private final Connection connection;
    private final Block block;
    private final KnownNames known;
    private final StateTables tables;
    private final Map<MemberId, MemberId> organisations = new HashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Object[]> writes = new ArrayList<>();
    private int written;

    Projection(Connection connection, Block block, KnownNames known) {
        this.connection = connection;
        this.block = block;
        this.known = known;
        this.tables = new StateTables(connection, block);
    }

    /** The number of what stands at a place among all transactions, or all writes, of a block. */
    static long number(long block, int place) {
        return block << PLACE_BITS | place;
    }

    /** A transaction in its place, and what it is about. */
    private record Said(int batch, int place, Transaction transaction, Subject subject, MemberId organisation) {

        List<String> names() {
            TransactionBody body = transaction.body();
            return List.of(
                    body.payload().family(),
                    body.payload().action(),
                    body.signer().value(),
                    organisation.value(),
                    subject.id());
        }

        Object[] row(long block, int number, Map<String, Integer> names) {
            TransactionBody body = transaction.body();
            byte[] id = transaction.id().value().bytes();
            return new Object[] {
                Projection.number(block, number),
                id,
                IdStart.of(id),
                block,
                batch,
                place,
                names.get(body.payload().family()),
                names.get(body.payload().action()),
                names.get(body.signer().value()),
                names.get(organisation.value()),
                body.requestKey().value(),
                body.statedAt(),
                names.get(subject.id()),
                StateTables.hasPlaces(transaction.body().payload())
                        ? Optional.empty()
                        : Optional.of(names.get(subject.id())),
                subject.detail()
            };
        }
    }

    /** Tells the names that it brought, which are known once it is committed. */
    Map<String, Integer> write() throws SQLException {
        noteNewMembers();
        for (int batch = 0; batch < block.batches().size(); batch++) {
            collect(batch, block.batches().get(batch));
        }
        Set<String> texts = new LinkedHashSet<>();
        said.forEach(each -> texts.addAll(each.names()));
        texts.addAll(tables.names());
        Map<String, Integer> names = known.numbersFor(connection, texts);
        writeBlock();
        List<Object[]> transactions = new ArrayList<>(said.size());
        said.forEach(each -> transactions.add(each.row(block.number(), transactions.size(), names)));
        Sql.batch(
                connection,
                "insert into ledger_transaction (number, id, id_start, block_number, batch, place, family, action, signer,"
                        + " organisation, request_key, stated_at, subject, listed_under, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                transactions);
        Sql.batch(
                connection,
                "insert into state_write (number, state_key, kind, block_number, transaction_number, content)"
                        + " values (?, ?, ?, ?, ?, ?)",
                writes);
        tables.write(names);
        return names;
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
                said.size());
    }

    private void collect(int batch, CommittedBatch committed) throws SQLException {
        Map<StateKey, Long> transactionOf = new HashMap<>();
        List<Transaction> transactions = committed.transactions();
        // what a batch of one transaction writes is all its own
        Optional<Long> alone =
                transactions.size() == 1 ? Optional.of(number(block.number(), said.size())) : Optional.empty();
        for (int place = 0; place < transactions.size(); place++) {
            Transaction transaction = transactions.get(place);
            MemberId organisation = organisationOf(transaction.body().signer());
            Subject subject = Subjects.of(transaction.body().payload(), organisation);
            long number = number(block.number(), said.size());
            subject.keys().forEach(key -> transactionOf.put(key, number));
            said.add(new Said(batch, place, transaction, subject, organisation));
        }
        for (StateEntry write : committed.writes()) {
            Optional<Long> transaction = alone.or(() -> Optional.ofNullable(transactionOf.get(write.key())));
            if (!StateTables.holdsEveryVersion(write.state())) {
                writes.add(new Object[] {
                    number(block.number(), written),
                    write.key().value(),
                    write.key().kind(),
                    block.number(),
                    transaction,
                    CanonicalJson.write((Record) write.state())
                });
            }
            written++;
            tables.add(write, batch, transaction);
        }
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

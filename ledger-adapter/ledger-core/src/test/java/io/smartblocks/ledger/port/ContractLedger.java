package io.smartblocks.ledger.port;

import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The ledger that the promises of the port are tried on, and what they are tried with. */
public interface ContractLedger {

    AtomicInteger NAMES = new AtomicInteger();

    /** A ledger that {@link Campus} founded, open. */
    Ledger ledger();

    /** Closes the ledger and opens it again. */
    Ledger reopened();

    /** A name that no other test uses. */
    default String fresh() {
        return "c" + NAMES.incrementAndGet();
    }

    default Transaction move(String meter, String site) {
        return Campus.sign("move-" + meter + "-" + site, new AssignMeter(new MeterId(meter), site), Campus.OPERATOR);
    }

    /** The same request, signed a little later. */
    default Transaction signedAgain(Transaction first) {
        return Transaction.sign(
                Campus.ID,
                first.body().payload(),
                first.body().requestKey(),
                first.body().statedAt().plusSeconds(9),
                Campus.OPERATOR);
    }

    default Transaction meterUnder(RequestKey key, String meter) {
        return Transaction.sign(Campus.ID, Campus.meterPayload(meter), key, Campus.NOON, Campus.OPERATOR);
    }

    /** How often the transaction stands in the chain. */
    default long timesInChain(Transaction transaction) {
        return chain().stream()
                .flatMap(block -> block.transactions().stream())
                .filter(transaction::equals)
                .count();
    }

    default List<Block> chain() {
        List<Block> blocks = new ArrayList<>();
        for (long number = 0; number < ledger().height(); number++) {
            blocks.add(ledger().block(number).orElseThrow());
        }
        return blocks;
    }
}

package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.LocalDate;
import java.util.Optional;

/** What tests ask of the blocks that an edge gateway has filled. */
final class EdgeFixture {

    private EdgeFixture() {}

    /** The day of the page that the transaction records. */
    static Optional<LocalDate> dayOf(Transaction transaction) {
        return transaction.body().payload() instanceof RecordReadings recorded
                ? Optional.of(recorded.page().day())
                : Optional.empty();
    }
}

package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.Payload;
import java.util.List;

/**
 * A transaction with all that it said and all that it wrote.
 *
 * @param payload what was asked, as typed values
 * @param payloadText the same as canonical JSON
 * @param signature Base64 of the signature
 * @param writes what stood on the ledger afterwards
 */
public record TransactionDetail(
        TransactionSummary summary, Payload payload, String payloadText, String signature, List<StateWrite> writes) {

    public TransactionDetail {
        writes = List.copyOf(writes);
    }
}

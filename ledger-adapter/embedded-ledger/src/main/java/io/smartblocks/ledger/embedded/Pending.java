package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.Underway;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;

/** A batch that waits for its block, with what its submitter's thread worked out already. */
record Pending(
        Batch batch, List<EarlierRequest> requests, long characters, SignatureMemo signatures, Underway underway) {

    static Pending of(Batch batch, StageListener stages, SignatureMemo signatures) {
        List<EarlierRequest> requests = new ArrayList<>(batch.transactions().size());
        long characters = 0;
        for (Transaction transaction : batch.transactions()) {
            String asked = transaction.body().requestText();
            requests.add(EarlierRequest.of(transaction, asked));
            characters += asked.length();
        }
        return new Pending(batch, requests, characters, signatures, new Underway(stages));
    }
}

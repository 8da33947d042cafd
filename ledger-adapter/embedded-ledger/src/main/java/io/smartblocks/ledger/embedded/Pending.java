package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Submission;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A batch that waits for its block, with what its submitter's thread worked out already. */
record Pending(
        Batch batch, List<EarlierRequest> requests, SignatureMemo signatures, CompletableFuture<Submission> outcome) {}

package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.StateKey;

/** Which transactions are asked for. */
public sealed interface TransactionFilter {

    /** Every transaction. */
    record Any() implements TransactionFilter {}

    /** Those that a member signed. */
    record SignedBy(MemberId signer) implements TransactionFilter {}

    /** Those of a family, such as {@code meter}. */
    record OfFamily(String family) implements TransactionFilter {}

    /** Those of the batches that wrote what stands, or once stood, under a key. */
    record Wrote(StateKey key) implements TransactionFilter {}
}

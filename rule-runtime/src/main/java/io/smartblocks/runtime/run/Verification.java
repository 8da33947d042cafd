package io.smartblocks.runtime.run;

import io.smartblocks.ledger.transaction.FirstDifference;

/** What came of settling a committed period again from its own evidence. */
public sealed interface Verification {

    /** The same bytes came out; where another engine settled, the same but for the version of the engine. */
    record Same(String statementHash) implements Verification {}

    /** Other bytes came out. */
    record Different(FirstDifference first) implements Verification {}

    /** It could not be settled again at all. */
    record NotSettled(String reason) implements Verification {}

    /** No such settlement stands on the ledger. */
    record Unknown(String message) implements Verification {}
}

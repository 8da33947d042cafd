package io.smartblocks.runtime.run;

/** What came of settling a committed period again from its own evidence. */
public sealed interface Verification {

    /** The same bytes came out. */
    record Same(String statementHash) implements Verification {}

    /** Other bytes came out; {@code where} is the first value that differs, such as {@code lines[0].net}. */
    record Different(String where, String committed, String computed) implements Verification {}

    /** It could not be settled again at all. */
    record NotSettled(String reason) implements Verification {}

    /** No such settlement stands on the ledger. */
    record Unknown(String message) implements Verification {}
}

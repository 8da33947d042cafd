package io.smartblocks.ledger.family;

import java.util.Locale;

/** Why the ledger takes nothing of a batch. */
public enum RefusalCode {
    AGREEMENT_ACTIVE,
    AGREEMENT_CHANGED,
    AGREEMENT_NOT_ACTIVE,
    AGREEMENT_NOT_SIGNED,
    AGREEMENT_UNKNOWN,
    AGREEMENT_WITHDRAWN,
    ALREADY_SETTLED,
    ALREADY_SIGNED,
    BATCH_TOO_LARGE,
    BLOCK_UNKNOWN,
    FROM_THE_FUTURE,
    HASH_DIFFERS,
    HOLD_UNCHANGED,
    INDEX_EXISTS,
    INDEX_RANGE_TAKEN,
    INDEX_UNKNOWN,
    INVALID_CONTENT,
    LEDGER_FOUNDED_ALREADY,
    LEDGER_NOT_FOUNDED,
    MEMBER_EXISTS,
    MEMBER_UNKNOWN,
    METER_EXISTS,
    METER_UNKNOWN,
    NOT_A_PARTY,
    NOT_ALLOWED,
    NOTHING_CHANGES,
    PARTIES_CHANGED,
    PAGE_DIFFERS_FROM_METER,
    PROPOSAL_UNCHANGED,
    READINGS_CONFLICT,
    READINGS_DUPLICATE,
    REASON_MISSING,
    REQUEST_KEY_USED,
    REVISION_NOT_NEXT,
    SIGNATURE_WRONG,
    SIGNER_NOT_ACTIVE,
    SIGNER_UNKNOWN,
    TRANSACTION_REPEATED,
    VALUE_UNKNOWN,
    WRONG_LEDGER;

    /** The code as it is reported, such as {@code meter-unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

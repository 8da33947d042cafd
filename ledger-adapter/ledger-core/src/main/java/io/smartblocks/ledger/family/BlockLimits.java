package io.smartblocks.ledger.family;

import io.smartblocks.ledger.family.Decision.Refused;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the block that is being made lets a transaction claim: no time after the block's, no block that is not there. */
public record BlockLimits(long number, Instant time) {

    /** How far the clock of a signer or meter may run ahead of the block's time. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    Optional<Refused> against(TransactionBody body) {
        Instant latest = time.plus(CLOCK_TOLERANCE);
        if (body.statedAt().isAfter(latest)) {
            return future("it is signed as of " + body.statedAt());
        }
        if (body.statedAt().isBefore(Instant.EPOCH)) {
            return Optional.of(new Refused(
                    RefusalCode.INVALID_CONTENT,
                    "it is signed as of " + body.statedAt() + ", before " + Instant.EPOCH
                            + "; check the clock of the machine that states it"));
        }
        Payload payload = body.payload();
        if (payload instanceof CommitSettlement settlement) {
            return asOf(settlement.asOfBlock());
        }
        return payload instanceof HoldSettlement hold ? asOf(hold.asOfBlock()) : Optional.empty();
    }

    private Optional<Refused> asOf(long block) {
        if (block >= 0 && block < number) {
            return Optional.empty();
        }
        return Optional.of(new Refused(
                RefusalCode.BLOCK_UNKNOWN,
                "the evidence is stated as of block " + block + ", but the newest block is " + (number - 1)));
    }

    private Optional<Refused> future(String what) {
        return Optional.of(new Refused(
                RefusalCode.FROM_THE_FUTURE,
                what + ", but the ledger's time is " + time + "; check the clock of the machine that states it"));
    }
}

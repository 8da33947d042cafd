package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.HoldReason;
import java.time.LocalDate;
import java.util.List;

/**
 * That a period cannot be settled yet; stands under {@code hold/<agreement>/<period>/<from>}.
 *
 * @param agreement the agreement's id
 * @param version the version in force
 * @param period the name of the period's term
 * @param from the first local day
 * @param to the local day after the last
 * @param reasons what stands in the way
 * @param asOfBlock the last block that was looked at
 * @param statedBy the runtime that found it
 * @param released whether the period has been settled since, or need not be settled again
 * @param revision the revision that waits
 */
public record HoldState(
        AgreementId agreement,
        String version,
        String period,
        LocalDate from,
        LocalDate to,
        List<HoldReason> reasons,
        long asOfBlock,
        MemberId statedBy,
        boolean released,
        int revision)
        implements State {

    public HoldState {
        reasons = List.copyOf(reasons);
    }

    /** That a period which was not settled yet cannot be. */
    public HoldState(
            AgreementId agreement,
            String version,
            String period,
            LocalDate from,
            LocalDate to,
            List<HoldReason> reasons,
            long asOfBlock,
            MemberId statedBy,
            boolean released) {
        this(agreement, version, period, from, to, reasons, asOfBlock, statedBy, released, 0);
    }

    /** The same hold, no longer in the way. */
    public HoldState release() {
        return new HoldState(agreement, version, period, from, to, reasons, asOfBlock, statedBy, true, revision);
    }
}

package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.proof.Hash;
import java.time.LocalDate;
import java.util.List;

/** Actions of the family {@code settlement}. */
public sealed interface SettlementAction extends Payload {

    @Override
    default String family() {
        return "settlement";
    }

    /**
     * The settlement of one period is committed; each revision can be committed once.
     *
     * @param agreement the agreement's id
     * @param version the version in force
     * @param period the name of the period's term
     * @param from the first local day
     * @param to the local day after the last
     * @param revision 0 at first, then one more with each re-settlement
     * @param statement the canonical JSON text made by the runtime
     * @param statementHash SHA-256 of the statement
     * @param evidenceDigest SHA-256 of the evidence it was made from
     * @param asOfBlock the last block whose content the evidence could use
     * @param compiledHash SHA-256 of the agreement's compiled form
     * @param engine the version of the engine that computed it
     */
    record CommitSettlement(
            AgreementId agreement,
            String version,
            String period,
            LocalDate from,
            LocalDate to,
            int revision,
            String statement,
            Hash statementHash,
            Hash evidenceDigest,
            long asOfBlock,
            Hash compiledHash,
            String engine)
            implements SettlementAction {}

    /** A period cannot be settled yet, for the stated reasons. */
    record HoldSettlement(
            AgreementId agreement,
            String version,
            String period,
            LocalDate from,
            LocalDate to,
            List<HoldReason> reasons,
            long asOfBlock)
            implements SettlementAction {
        public HoldSettlement {
            reasons = List.copyOf(reasons);
        }
    }
}

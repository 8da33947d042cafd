package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Actions of the family {@code settlement}. */
public sealed interface SettlementAction extends Payload {

    @Override
    default String family() {
        return "settlement";
    }

    /** The agreement's id. */
    AgreementId agreement();

    /**
     * The settlement of one period is committed; each revision can be committed once.
     *
     * @param agreement the agreement's id
     * @param version the version in force
     * @param period the name of the period's term, or that of an {@link Occasion}
     * @param from the first local day
     * @param to the local day after the last
     * @param revision 0 at first, then one more with each re-settlement
     * @param statement the canonical JSON text made by the runtime
     * @param statementHash SHA-256 of the statement
     * @param evidenceDigest SHA-256 of the evidence it was made from
     * @param asOfBlock the last block whose content the evidence could use
     * @param compiledHash SHA-256 of the agreement's compiled form
     * @param engine the version of the engine that computed it
     * @param summary what the ledger itself must know of the statement
     * @param amendments the versions, in their order, that take effect within the period and that it follows too
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
            String engine,
            StatementSummary summary,
            List<String> amendments)
            implements SettlementAction {
        public CommitSettlement {
            amendments = List.copyOf(amendments);
        }

        /** The settlement of a period in which no amendment takes effect. */
        public CommitSettlement(
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
                String engine,
                StatementSummary summary) {
            this(
                    agreement,
                    version,
                    period,
                    from,
                    to,
                    revision,
                    statement,
                    statementHash,
                    evidenceDigest,
                    asOfBlock,
                    compiledHash,
                    engine,
                    summary,
                    List.of());
        }

        /** Which settlement it is. */
        public SettlementId id() {
            return new SettlementId(agreement, period, from, revision);
        }
    }

    /**
     * A period cannot be settled, or settled again, yet, for the stated reasons; without any, nothing stands in the way
     * of settling it again any more, and it stays as it is.
     *
     * @param revision the revision that waits
     */
    record HoldSettlement(
            AgreementId agreement,
            String version,
            String period,
            LocalDate from,
            LocalDate to,
            List<HoldReason> reasons,
            long asOfBlock,
            int revision)
            implements SettlementAction {
        public HoldSettlement {
            reasons = List.copyOf(reasons);
        }

        /** A period that was not settled yet. */
        public HoldSettlement(
                AgreementId agreement,
                String version,
                String period,
                LocalDate from,
                LocalDate to,
                List<HoldReason> reasons,
                long asOfBlock) {
            this(agreement, version, period, from, to, reasons, asOfBlock, 0);
        }

        /** Which settlement waits. */
        public SettlementId id() {
            return new SettlementId(agreement, period, from, revision);
        }
    }

    /**
     * A runtime of another party computed the newest revision again and got the same bytes.
     *
     * @param settlement what it computed again
     * @param statementHash SHA-256 of the bytes that it got
     * @param engine the version of the engine that computed them
     */
    record CoSignSettlement(SettlementId settlement, Hash statementHash, String engine) implements SettlementAction {
        @Override
        public AgreementId agreement() {
            return settlement.agreement();
        }
    }

    /**
     * A runtime of another party computed the newest revision again and got something else; its organisation disputes the
     * settlement thereby, where it may.
     *
     * @param settlement what it computed again
     * @param statementHash SHA-256 of the statement that was committed
     * @param engine the version of the engine that computed it again
     * @param difference the first value that differs
     */
    record ReportDifference(SettlementId settlement, Hash statementHash, String engine, FirstDifference difference)
            implements SettlementAction {
        @Override
        public AgreementId agreement() {
            return settlement.agreement();
        }
    }

    /**
     * A party disputes a settlement, or some clauses of it, inside its window; what is not disputed stays payable.
     *
     * @param settlement the newest revision of its period
     * @param clauses the numbers of the clauses; all of them when empty
     * @param reason what the party holds to be wrong
     */
    record DisputeSettlement(SettlementId settlement, List<String> clauses, String reason) implements SettlementAction {
        public DisputeSettlement {
            clauses = List.copyOf(clauses);
        }

        @Override
        public AgreementId agreement() {
            return settlement.agreement();
        }
    }

    /**
     * A dispute ends: the other parties concede it, or the party that disputed gives it up.
     *
     * @param settlement the settlement that is disputed
     * @param disputedBy the organisation that disputes it
     * @param verdict how it ends
     * @param reason why, such as an expert's finding
     */
    record ResolveDispute(SettlementId settlement, MemberId disputedBy, Verdict verdict, String reason)
            implements SettlementAction {

        @Override
        public AgreementId agreement() {
            return settlement.agreement();
        }

        /** How a dispute ends. */
        public enum Verdict {
            /** It was justified; every other party says so, and the period is settled again. */
            UPHELD,
            /** It was not justified; the party that disputed accepts this finding. */
            REJECTED,
            /** The party that disputed takes it back without a finding. */
            WITHDRAWN
        }
    }

    /**
     * The payee says that it was paid, in full or in part.
     *
     * @param settlement the settlement under which it was due
     * @param document the number of the payable
     * @param amount what was paid, in the payable's currency
     * @param paidOn the day of the payment
     * @param reference how to find the payment, such as the bank's reference; once for each document
     */
    record RecordPayment(SettlementId settlement, int document, BigDecimal amount, LocalDate paidOn, String reference)
            implements SettlementAction {

        @Override
        public AgreementId agreement() {
            return settlement.agreement();
        }
    }

    /** The payee says that a payment was taken back, such as by the bank, for a stated reason. */
    record ReversePayment(SettlementId settlement, int document, String reference, String reason)
            implements SettlementAction {

        @Override
        public AgreementId agreement() {
            return settlement.agreement();
        }
    }
}

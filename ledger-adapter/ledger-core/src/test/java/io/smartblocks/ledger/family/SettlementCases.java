package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Estate.SETTLEMENT;
import static io.smartblocks.ledger.family.World.AGREEMENT;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of the family settlement. */
final class SettlementCases {

    private static final String RUNTIME_ONLY = "a-runtime,b-runtime=yes outsider=not-a-party *=not-allowed";
    private static final String NO_AGREEMENT = "a-runtime,b-runtime,outsider=agreement-unknown *=not-allowed";
    private static final String NOT_ACTIVE =
            "a-runtime,b-runtime=agreement-not-active outsider=not-a-party *=not-allowed";
    private static final String SETTLED_ALREADY =
            "a-runtime,b-runtime=already-settled outsider=not-a-party *=not-allowed";
    private static final String STRANGERS = " registrar,outsider=not-a-party *=not-allowed";

    private static final String VERIFIED = "b-runtime=";
    private static final String COMMITTED_BY_A = " outsider=not-a-party *=not-allowed";
    private static final String NO_SETTLEMENT = "a-runtime,b-runtime,outsider=settlement-unknown *=not-allowed";
    private static final Hash HASH = Estate.commit(0).statementHash();
    private static final Hash OTHER = Hash.of("another statement");

    private SettlementCases() {}

    static List<Case> settlement() {
        World plain = Estate.plain();
        World active = Estate.active();
        World settled = Estate.settled();
        World disputed = settled.fork();
        disputed.must("otto", dispute());
        World suspended = active.fork();
        for (String party : List.of("eve", "otto")) {
            suspended.must(party, new SuspendAgreement(AGREEMENT, "1.0", "the building is closed"));
        }
        World amended = Estate.amended();
        World late = settled.fork();
        late.at(Instant.parse("2027-06-01T12:00:00Z"));
        World again = settled.fork();
        again.must("robot", Estate.commit(1));
        World paid = settled.fork();
        paid.must("eve", payment());
        World coSigned = settled.fork();
        coSigned.must("bot", coSigned(HASH));
        World differing = settled.fork();
        differing.must("bot", differs(HASH));
        return List.of(
                Case.of("no agreement", plain, Estate.commit(0), NO_AGREEMENT),
                Case.of("an agreement signed by all", Estate.signedByAll(), Estate.commit(0), NOT_ACTIVE),
                Case.of("an agreement in force", active, Estate.commit(0), RUNTIME_ONLY),
                Case.of("a period that is not over", active, january(), ofRuntime("from-the-future")),
                Case.of("a suspended agreement", suspended, Estate.commit(0), ofRuntime("agreement-suspended")),
                Case.of("days of a version that was replaced", amended, Estate.commit(1), RUNTIME_ONLY),
                Case.of(
                        "days of another version",
                        amended,
                        Estate.commit(1, "2.0", List.of()),
                        ofRuntime("invalid-content")),
                Case.of("a settled period", settled, Estate.commit(0), SETTLED_ALREADY),
                Case.of("a settled period, in its next revision", settled, Estate.commit(1), RUNTIME_ONLY),
                Case.of(
                        "a settled period, in a later revision",
                        settled,
                        Estate.commit(2),
                        "a-runtime,b-runtime=revision-not-next outsider=not-a-party *=not-allowed"),
                Case.of("no agreement", plain, hold(), NO_AGREEMENT),
                Case.of("an agreement signed by all", Estate.signedByAll(), hold(), NOT_ACTIVE),
                Case.of("an agreement in force", active, hold(), RUNTIME_ONLY),
                Case.of("a settled period", settled, hold(), SETTLED_ALREADY),
                Case.of("a settled period", settled, dispute(), "a-key,a-signatory,b-key,b-signatory=yes" + STRANGERS),
                Case.of(
                        "disputed by B",
                        disputed,
                        dispute(),
                        "a-key,a-signatory=yes b-key,b-signatory=disputed-already" + STRANGERS),
                Case.of("a settled period, after its window", late, dispute(), ofParties("dispute-window-closed")),
                Case.of("a settled period, settled again since", again, dispute(), ofParties("settlement-superseded")),
                Case.of("no settlement", active, dispute(), ofSigners("settlement-unknown")),
                Case.of(
                        "disputed by B, to uphold it",
                        disputed,
                        resolve(Verdict.UPHELD),
                        "a-key,a-signatory=yes" + STRANGERS),
                Case.of(
                        "disputed by B, to accept its rejection",
                        disputed,
                        resolve(Verdict.REJECTED),
                        "b-key,b-signatory=yes" + STRANGERS),
                Case.of(
                        "disputed by B, to take it back",
                        disputed,
                        resolve(Verdict.WITHDRAWN),
                        "b-key,b-signatory=yes" + STRANGERS),
                Case.of(
                        "not disputed",
                        settled,
                        resolve(Verdict.UPHELD),
                        "a-key,a-signatory,b-key,b-signatory=dispute-unknown" + STRANGERS),
                Case.of(
                        "a settled period, which A committed",
                        settled,
                        coSigned(HASH),
                        VERIFIED + "yes" + COMMITTED_BY_A),
                Case.of("another statement", settled, coSigned(OTHER), VERIFIED + "hash-differs" + COMMITTED_BY_A),
                Case.of("co-signed by B", coSigned, coSigned(HASH), VERIFIED + "co-signed-already" + COMMITTED_BY_A),
                Case.of(
                        "a settled period, settled again since",
                        again,
                        coSigned(HASH),
                        VERIFIED + "settlement-superseded" + COMMITTED_BY_A),
                Case.of("no settlement", active, coSigned(HASH), NO_SETTLEMENT),
                Case.of(
                        "a settled period, which A committed",
                        settled,
                        differs(HASH),
                        VERIFIED + "yes" + COMMITTED_BY_A),
                Case.of("a settled period, after its window", late, differs(HASH), VERIFIED + "yes" + COMMITTED_BY_A),
                Case.of("co-signed by B", coSigned, differs(HASH), VERIFIED + "co-signed-already" + COMMITTED_BY_A),
                Case.of("the same again", differing, differs(HASH), VERIFIED + "nothing-changes" + COMMITTED_BY_A),
                Case.of(
                        "a difference found by B, which now gets the same",
                        differing,
                        coSigned(HASH),
                        VERIFIED + "yes" + COMMITTED_BY_A),
                Case.of("no settlement", active, differs(HASH), NO_SETTLEMENT),
                Case.of("what B owes A", settled, payment(), "a-key,a-signatory,a-runtime=yes" + STRANGERS),
                Case.of(
                        "a payment that is known",
                        paid,
                        payment(),
                        "a-key,a-signatory,a-runtime=payment-known" + STRANGERS),
                Case.of("a payment to A", paid, reversal(), "a-key,a-signatory,a-runtime=yes" + STRANGERS),
                Case.of("no payment", settled, reversal(), "a-key,a-signatory,a-runtime=payment-unknown" + STRANGERS));
    }

    private static String ofSigners(String code) {
        return "registrar,outsider,a-key,a-signatory,b-key,b-signatory=" + code + " *=not-allowed";
    }

    private static String ofRuntime(String code) {
        return "a-runtime,b-runtime=" + code + " outsider=not-a-party *=not-allowed";
    }

    private static String ofParties(String code) {
        return "a-key,a-signatory,b-key,b-signatory=" + code + STRANGERS;
    }

    private static CommitSettlement january() {
        LocalDate february = Estate.FEBRUARY;
        return World.settlement("1.0", february.minusMonths(1), february, 0, StatementSummary.EMPTY);
    }

    private static HoldSettlement hold() {
        return new HoldSettlement(
                AGREEMENT,
                "1.0",
                "Month",
                Estate.NOVEMBER,
                Estate.NOVEMBER.plusMonths(1),
                List.of(new HoldReason("missing", "readings of 3 November are missing")),
                0);
    }

    private static DisputeSettlement dispute() {
        return new DisputeSettlement(SETTLEMENT, List.of(), "another meter's readings");
    }

    private static CoSignSettlement coSigned(Hash statement) {
        return new CoSignSettlement(SETTLEMENT, statement, "1");
    }

    private static ReportDifference differs(Hash statement) {
        return new ReportDifference(
                SETTLEMENT, statement, "1", new FirstDifference("lines[0].net", "100.01", "100.00"));
    }

    private static ResolveDispute resolve(Verdict verdict) {
        return new ResolveDispute(SETTLEMENT, new MemberId("owner-1"), verdict, "the meters were mixed up");
    }

    private static RecordPayment payment() {
        return new RecordPayment(SETTLEMENT, 1, new BigDecimal("100.00"), LocalDate.of(2026, 12, 31), "SEPA-1");
    }

    private static ReversePayment reversal() {
        return new ReversePayment(SETTLEMENT, 1, "SEPA-1", "the bank took it back");
    }
}

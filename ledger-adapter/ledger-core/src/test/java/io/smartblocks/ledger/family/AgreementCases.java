package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.World.AGREEMENT;

import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.RevokeTermination;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What may be asked of the family agreement. */
final class AgreementCases {

    private static final LocalDate SUMMER = LocalDate.of(2027, 6, 30);
    private static final String UNKNOWN = "*=agreement-unknown";

    private AgreementCases() {}

    static List<Case> agreement() {
        World plain = Estate.plain();
        World proposed = Estate.proposed();
        World signedByA = Estate.signedByA();
        World signed = Estate.signedByAll();
        World active = Estate.active();
        World settled = Estate.settled();
        World withdrawn = proposed.fork();
        withdrawn.must("eve", withdraw());
        return List.of(
                Case.of("no such version", plain, Estate.proposal(World.TEXT), proposers("yes")),
                Case.of("that stands", proposed, Estate.proposal(World.TEXT), proposers("proposal-unchanged")),
                Case.of("another text", signedByA, Estate.proposal(World.TEXT + " More."), proposers("yes")),
                Case.of("in force", active, Estate.proposal(World.TEXT + " More."), proposers("agreement-active")),
                Case.of(
                        "withdrawn",
                        withdrawn,
                        Estate.proposal(World.TEXT + " More."),
                        proposers("agreement-withdrawn")),
                Case.of("no such version", plain, Estate.signature(World.TEXT), UNKNOWN),
                Case.of("proposed", proposed, Estate.signature(World.TEXT), signatories("yes")),
                Case.of(
                        "of another text",
                        proposed,
                        Estate.signature(World.TEXT + " More."),
                        signatories("agreement-changed")),
                Case.of(
                        "signed by A",
                        signedByA,
                        Estate.signature(World.TEXT),
                        "a-key,a-signatory=already-signed b-key,b-signatory=yes a-clerk,a-runtime,b-runtime=not-allowed"
                                + " *=not-a-party"),
                Case.of("in force", active, Estate.signature(World.TEXT), parties("agreement-active")),
                Case.of("withdrawn", withdrawn, activate(), parties("agreement-withdrawn")),
                Case.of("withdrawn", withdrawn, withdraw(), parties("agreement-withdrawn")),
                Case.of("withdrawn", withdrawn, Estate.signature(World.TEXT), parties("agreement-withdrawn")),
                Case.of("in place of 1.0", settled, Estate.amendment(Estate.FEBRUARY), proposers("yes")),
                Case.of(
                        "in place of 1.0, behind what is settled",
                        settled,
                        Estate.amendment(LocalDate.of(2026, 11, 16)),
                        proposers("already-settled")),
                Case.of(
                        "in place of 1.0, which is replaced",
                        Estate.amended(),
                        World.proposal(
                                "3.0",
                                World.TEXT,
                                Estate.amendment(Estate.FEBRUARY).terms()),
                        proposers("agreement-ended")),
                Case.of(
                        "in place of 1.0, signed by all",
                        Estate.amendmentSigned(),
                        new ActivateAgreement(AGREEMENT, "2.0"),
                        signatoriesAndRuntimes("yes")),
                Case.of("no such version", plain, activate(), UNKNOWN),
                Case.of("signed by A", signedByA, activate(), signatoriesAndRuntimes("agreement-not-signed")),
                Case.of("signed by all", signed, activate(), signatoriesAndRuntimes("yes")),
                Case.of("in force", active, activate(), parties("agreement-active")),
                Case.of("no such version", plain, withdraw(), UNKNOWN),
                Case.of("proposed", proposed, withdraw(), signatories("yes")),
                Case.of("signed by all", signed, withdraw(), signatories("yes")),
                Case.of("in force", active, withdraw(), parties("agreement-active")));
    }

    static List<Case> life() {
        World plain = Estate.plain();
        World signed = Estate.signedByAll();
        World active = Estate.active();
        World asked = active.fork();
        asked.must("eve", suspend());
        World suspended = asked.fork();
        suspended.must("otto", suspend());
        World ending = active.fork();
        ending.must("otto", terminate(SUMMER, Optional.of("9")));
        World over = active.fork();
        over.at(Instant.parse("2031-10-02T12:00:00Z"));
        World closed = over.fork();
        closed.must("robot", close());
        World withdrawn = Estate.proposed();
        withdrawn.must("eve", withdraw());
        World amended = Estate.amended();
        World granted = active.fork();
        granted.must("robot", Estate.commit(0, "1.0", List.of(new GrantedPower("10", "Owner"))));
        World disputed = granted.fork();
        disputed.must("eve", new DisputeSettlement(Estate.SETTLEMENT, List.of(), "another meter's readings"));
        return List.of(
                Case.of("no such version", plain, suspend(), UNKNOWN),
                Case.of("signed by all, not in force", signed, suspend(), parties("agreement-not-active")),
                Case.of("in force", active, suspend(), signatories("yes")),
                Case.of(
                        "asked for by A",
                        asked,
                        suspend(),
                        "a-key,a-signatory=already-asked b-key,b-signatory=yes a-clerk,a-runtime,b-runtime=not-allowed"
                                + " *=not-a-party"),
                Case.of("suspended", suspended, suspend(), signatories("agreement-suspended")),
                Case.of("in force", active, resume(), signatories("agreement-active")),
                Case.of("suspended", suspended, resume(), signatories("yes")),
                Case.of("closed", closed, resume(), parties("agreement-ended")),
                Case.of("together", active, terminate(SUMMER, Optional.empty()), signatories("yes")),
                Case.of("by a right of B", active, terminate(SUMMER, Optional.of("9")), ofB("yes", "no-such-right")),
                Case.of(
                        "by a right of B, at too short notice",
                        active,
                        terminate(LocalDate.of(2027, 1, 15), Optional.of("9")),
                        ofB("notice-too-short", "no-such-right")),
                Case.of(
                        "by a right of B that no settlement found",
                        active,
                        terminate(SUMMER, Optional.of("10")),
                        ofB("no-such-right", "no-such-right")),
                Case.of(
                        "by a right of B that a settlement found",
                        granted,
                        terminate(SUMMER, Optional.of("10")),
                        ofB("yes", "no-such-right")),
                Case.of(
                        "by a right of B that a disputed settlement found",
                        disputed,
                        terminate(SUMMER, Optional.of("10")),
                        ofB("no-such-right", "no-such-right")),
                Case.of("withdrawn", withdrawn, suspend(), parties("agreement-withdrawn")),
                Case.of("withdrawn", withdrawn, resume(), parties("agreement-withdrawn")),
                Case.of("withdrawn", withdrawn, terminate(SUMMER, Optional.empty()), parties("agreement-withdrawn")),
                Case.of("withdrawn", withdrawn, revoke(), parties("agreement-withdrawn")),
                Case.of("withdrawn", withdrawn, close(), parties("agreement-withdrawn")),
                Case.of("replaced", amended, suspend(), parties("agreement-ended")),
                Case.of("replaced", amended, terminate(SUMMER, Optional.empty()), parties("agreement-ended")),
                Case.of("replaced", amended, close(), parties("agreement-ended")),
                Case.of("suspended", suspended, terminate(SUMMER, Optional.empty()), signatories("yes")),
                Case.of("closed", closed, terminate(SUMMER, Optional.empty()), parties("agreement-ended")),
                Case.of("that nobody ends", active, revoke(), signatories("nothing-changes")),
                Case.of("that B ends", ending, revoke(), signatories("yes")),
                Case.of("before its last day", active, close(), signatoriesAndRuntimes("agreement-not-over")),
                Case.of("after its last day", over, close(), signatoriesAndRuntimes("yes")),
                Case.of("closed", closed, close(), parties("agreement-ended")));
    }

    private static String ofB(String answer, String answerOfA) {
        return "a-key,a-signatory=" + answerOfA + " b-key,b-signatory=" + answer
                + " a-clerk,a-runtime,b-runtime=not-allowed *=not-a-party";
    }

    private static SuspendAgreement suspend() {
        return new SuspendAgreement(AGREEMENT, "1.0", "the building is closed");
    }

    private static ResumeAgreement resume() {
        return new ResumeAgreement(AGREEMENT, "1.0", "the building is open again");
    }

    private static TerminateAgreement terminate(LocalDate lastDay, Optional<String> clause) {
        return new TerminateAgreement(AGREEMENT, "1.0", lastDay, clause, "the building is sold");
    }

    private static RevokeTermination revoke() {
        return new RevokeTermination(AGREEMENT, "1.0", "the sale fell through");
    }

    private static CloseAgreement close() {
        return new CloseAgreement(AGREEMENT, "1.0");
    }

    private static String proposers(String answer) {
        return "a-key,a-signatory,b-key,b-signatory=" + answer + " registrar,outsider=not-a-party *=not-allowed";
    }

    private static String signatories(String answer) {
        return "a-key,a-signatory,b-key,b-signatory=" + answer
                + " a-clerk,a-runtime,b-runtime=not-allowed *=not-a-party";
    }

    private static String signatoriesAndRuntimes(String answer) {
        return "a-key,a-signatory,a-runtime,b-key,b-signatory,b-runtime=" + answer
                + " a-clerk=not-allowed *=not-a-party";
    }

    private static String parties(String answer) {
        return "a-key,a-signatory,a-clerk,a-runtime,b-key,b-signatory,b-runtime=" + answer + " *=not-a-party";
    }

    private static ActivateAgreement activate() {
        return new ActivateAgreement(AGREEMENT, "1.0");
    }

    private static WithdrawAgreement withdraw() {
        return new WithdrawAgreement(AGREEMENT, "1.0", "no longer wanted");
    }
}

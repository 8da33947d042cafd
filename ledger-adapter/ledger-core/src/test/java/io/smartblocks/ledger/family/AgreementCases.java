package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.World.AGREEMENT;

import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import java.util.List;

/** What may be asked of the family agreement. */
final class AgreementCases {

    private static final String UNKNOWN = "*=agreement-unknown";

    private AgreementCases() {}

    static List<Case> agreement() {
        World plain = Estate.plain();
        World proposed = Estate.proposed();
        World signedByA = Estate.signedByA();
        World signed = Estate.signedByAll();
        World active = Estate.active();
        World withdrawn = proposed.fork();
        withdrawn.must("eve", withdraw());
        return List.of(
                Case.of("no such version", plain, World.proposal(World.TEXT), proposers("yes")),
                Case.of("that stands", proposed, World.proposal(World.TEXT), proposers("proposal-unchanged")),
                Case.of("another text", signedByA, World.proposal(World.TEXT + " More."), proposers("yes")),
                Case.of("in force", active, World.proposal(World.TEXT + " More."), proposers("agreement-active")),
                Case.of(
                        "withdrawn",
                        withdrawn,
                        World.proposal(World.TEXT + " More."),
                        proposers("agreement-withdrawn")),
                Case.of("no such version", plain, World.signature(World.TEXT), UNKNOWN),
                Case.of("proposed", proposed, World.signature(World.TEXT), signatories("yes")),
                Case.of(
                        "of another text",
                        proposed,
                        World.signature(World.TEXT + " More."),
                        signatories("agreement-changed")),
                Case.of(
                        "signed by A",
                        signedByA,
                        World.signature(World.TEXT),
                        "a-key,a-signatory=already-signed b-key,b-signatory=yes a-clerk,a-runtime=not-allowed"
                                + " *=not-a-party"),
                Case.of("in force", active, World.signature(World.TEXT), parties("agreement-active")),
                Case.of("withdrawn", withdrawn, World.signature(World.TEXT), parties("agreement-withdrawn")),
                Case.of("no such version", plain, activate(), UNKNOWN),
                Case.of("signed by A", signedByA, activate(), signatoriesAndRuntimes("agreement-not-signed")),
                Case.of("signed by all", signed, activate(), signatoriesAndRuntimes("yes")),
                Case.of("in force", active, activate(), parties("agreement-active")),
                Case.of("no such version", plain, withdraw(), UNKNOWN),
                Case.of("proposed", proposed, withdraw(), signatories("yes")),
                Case.of("signed by all", signed, withdraw(), signatories("yes")),
                Case.of("in force", active, withdraw(), parties("agreement-active")));
    }

    private static String proposers(String answer) {
        return "a-key,a-signatory,b-key,b-signatory=" + answer + " registrar,outsider=not-a-party *=not-allowed";
    }

    private static String signatories(String answer) {
        return "a-key,a-signatory,b-key,b-signatory=" + answer + " a-clerk,a-runtime=not-allowed *=not-a-party";
    }

    private static String signatoriesAndRuntimes(String answer) {
        return "a-key,a-signatory,a-runtime,b-key,b-signatory=" + answer + " a-clerk=not-allowed *=not-a-party";
    }

    private static String parties(String answer) {
        return "a-key,a-signatory,a-clerk,a-runtime,b-key,b-signatory=" + answer + " *=not-a-party";
    }

    private static ActivateAgreement activate() {
        return new ActivateAgreement(AGREEMENT, "1.0");
    }

    private static WithdrawAgreement withdraw() {
        return new WithdrawAgreement(AGREEMENT, "1.0", "no longer wanted");
    }
}

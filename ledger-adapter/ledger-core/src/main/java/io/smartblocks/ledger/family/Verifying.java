package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What other parties' runtimes say who computed a settlement again: they co-sign it, or name the first difference, which
 * disputes the settlement where the party may still do so.
 */
final class Verifying {

    private static final int LONGEST_VALUE = 1000;

    private Verifying() {}

    static Decision decide(SettlementAction action, Request request) {
        if (action instanceof CoSignSettlement coSigned) {
            return Committed.forParty(
                    coSigned.settlement(),
                    request,
                    committed -> problem(coSigned.statementHash(), coSigned.engine(), committed, request)
                            .orElseGet(() -> write(
                                    found(committed, coSigned.engine(), Optional.empty(), false, request), List.of())));
        }
        ReportDifference reported = (ReportDifference) action;
        return Committed.forParty(
                reported.settlement(),
                request,
                committed -> problem(reported.statementHash(), reported.engine(), committed, request)
                        .or(() -> difference(reported.difference()))
                        .or(() -> unchanged(reported, committed, request))
                        .orElseGet(() -> differs(reported, committed, request)));
    }

    private static Optional<Decision> problem(Hash statement, String engine, Committed committed, Request request) {
        return own(committed, request)
                .or(() -> Texts.problemWith("the engine's version", engine))
                .or(() -> superseded(committed, request))
                .or(() -> hash(statement, committed))
                .or(() -> coSigned(committed, request));
    }

    private static Optional<Decision> own(Committed committed, Request request) {
        MemberId settledBy = committed.state().committedBy();
        boolean own = request.member(settledBy)
                .map(Member::organisation)
                .filter(request.organisation()::equals)
                .isPresent();
        return own
                ? Optional.of(Decision.refuse(
                        RefusalCode.NOT_ALLOWED,
                        "'" + settledBy + "' of '" + request.organisation() + "' committed " + committed.inWords()
                                + "; another party's runtime verifies it"))
                : Optional.empty();
    }

    private static Optional<Decision> superseded(Committed committed, Request request) {
        return committed.superseded(request)
                ? Optional.of(Decision.refuse(
                        RefusalCode.SETTLEMENT_SUPERSEDED,
                        committed.inWords() + " was settled again since; verify its newest revision"))
                : Optional.empty();
    }

    private static Optional<Decision> hash(Hash statement, Committed committed) {
        Hash standing = committed.state().settlement().statementHash();
        return standing.equals(statement)
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.HASH_DIFFERS,
                        "the statement of " + committed.inWords() + " has the hash " + standing + ", but " + statement
                                + " is stated"));
    }

    private static Optional<Decision> coSigned(Committed committed, Request request) {
        return before(committed, request)
                .filter(VerificationState::coSigned)
                .map(before -> Decision.refuse(
                        RefusalCode.CO_SIGNED_ALREADY,
                        "'" + before.verifiedBy() + "' co-signed " + committed.inWords() + " for '"
                                + before.organisation() + "' already"));
    }

    private static Optional<Decision> difference(FirstDifference difference) {
        return Texts.problemWith("the place of the difference", difference.where(), LONGEST_VALUE)
                .or(() -> value("the value of the statement", difference.committed()))
                .or(() -> value("the value that was computed", difference.computed()))
                .or(() -> difference.committed().equals(difference.computed())
                        ? Optional.of(Decision.refuse(
                                RefusalCode.INVALID_CONTENT,
                                "at " + difference.where() + " both have '" + difference.computed()
                                        + "'; expected two values that differ"))
                        : Optional.empty());
    }

    private static Optional<Decision> value(String what, String value) {
        return value.isEmpty() ? Optional.empty() : Texts.problemWith(what, value, LONGEST_VALUE);
    }

    private static Optional<Decision> unchanged(ReportDifference reported, Committed committed, Request request) {
        return before(committed, request)
                .filter(before -> before.difference().equals(Optional.of(reported.difference()))
                        && before.engine().equals(reported.engine()))
                .map(before -> Decision.refuse(
                        RefusalCode.NOTHING_CHANGES,
                        "'" + before.verifiedBy() + "' reported exactly this difference in " + committed.inWords()
                                + " for '" + before.organisation() + "' already"));
    }

    private static Decision differs(ReportDifference reported, Committed committed, Request request) {
        Optional<StateEntry> dispute = Disputes.byRuntime(committed, reason(reported, committed), request);
        boolean disputed = dispute.isPresent()
                || before(committed, request)
                        .filter(VerificationState::disputed)
                        .isPresent();
        return write(
                found(committed, reported.engine(), Optional.of(reported.difference()), disputed, request),
                dispute.stream().toList());
    }

    private static String reason(ReportDifference reported, Committed committed) {
        String theirs = committed.state().settlement().engine();
        return reported.difference() + " (settled as of block "
                + committed.state().settlement().asOfBlock() + "; "
                + (theirs.equals(reported.engine())
                        ? "engine " + theirs + " on both sides"
                        : "engine " + theirs + " by the statement, " + reported.engine() + " by us")
                + ")";
    }

    private static Optional<VerificationState> before(Committed committed, Request request) {
        return request.view()
                .state(StateKey.verification(committed.id(), request.organisation()), VerificationState.class);
    }

    private static VerificationState found(
            Committed committed,
            String engine,
            Optional<FirstDifference> difference,
            boolean disputed,
            Request request) {
        return new VerificationState(
                committed.id(),
                committed.state().settlement().statementHash(),
                request.organisation(),
                request.signer().id(),
                request.now(),
                engine,
                difference,
                disputed);
    }

    private static Decision write(VerificationState found, List<StateEntry> following) {
        List<StateEntry> writes = new ArrayList<>();
        writes.add(new StateEntry(StateKey.verification(found.settlement(), found.organisation()), found));
        writes.addAll(following);
        return new Decision.Applied(new StateChanges(writes));
    }
}

package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Disputes: a party disputes the newest revision of a settlement inside its window; the other parties concede it, or the
 * party itself gives it up, so that nobody is judge in its own cause.
 */
final class Disputes {

    private static final int MOST_CLAUSES = 200;

    private Disputes() {}

    static Decision decide(SettlementAction action, Request request) {
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        if (action instanceof DisputeSettlement dispute) {
            return Committed.forParty(dispute.settlement(), request, committed -> dispute(dispute, committed, request));
        }
        ResolveDispute resolution = (ResolveDispute) action;
        return Committed.forParty(
                resolution.settlement(), request, committed -> resolve(resolution, committed, request));
    }

    private static Decision dispute(DisputeSettlement dispute, Committed committed, Request request) {
        StateKey key = StateKey.dispute(dispute.settlement(), request.organisation());
        return Texts.problemWithReason("the dispute", dispute.reason())
                .or(() -> clauses(dispute.clauses(), committed))
                .or(() -> superseded(committed, request))
                .or(() -> DisputeWindow.closed(committed, request))
                .or(() -> disputed(key, committed, request))
                .orElseGet(() -> Decision.write(key, opened(dispute, request)));
    }

    private static Optional<Decision> clauses(List<String> clauses, Committed committed) {
        if (clauses.size() > MOST_CLAUSES || new HashSet<>(clauses).size() < clauses.size()) {
            return Optional.of(Decision.refuse(
                    RefusalCode.INVALID_CONTENT,
                    "the dispute names " + clauses.size() + " clauses; expected each once, and at most "
                            + MOST_CLAUSES));
        }
        Set<String> owed = committed.agreement().terms().owed().stream()
                .map(LedgerTerms.Owed::clause)
                .collect(Collectors.toCollection(TreeSet::new));
        return clauses.stream()
                .filter(clause -> !owed.contains(clause))
                .findFirst()
                .map(clause -> Decision.refuse(
                        RefusalCode.INVALID_CONTENT,
                        "nothing falls due under clause '" + clause + "'; expected one of " + owed
                                + ", or no clause to dispute all of it"));
    }

    /** A dispute of all of a settlement, for a reason that a runtime found; none where it may not be, or is already. */
    static Optional<StateEntry> byRuntime(Committed committed, String reason, Request request) {
        StateKey key = StateKey.dispute(committed.id(), request.organisation());
        return DisputeWindow.closed(committed, request).isPresent()
                        || request.view().state(key).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new StateEntry(key, opened(new DisputeSettlement(committed.id(), List.of(), reason), request)));
    }

    private static Optional<Decision> superseded(Committed committed, Request request) {
        return committed.superseded(request)
                ? Optional.of(Decision.refuse(
                        RefusalCode.SETTLEMENT_SUPERSEDED,
                        committed.inWords() + " was settled again since; dispute its newest revision"))
                : Optional.empty();
    }

    private static Optional<Decision> disputed(StateKey key, Committed committed, Request request) {
        return request.view()
                .state(key, DisputeState.class)
                // what was taken back without a finding may be said again, as when the wrong clause was named
                .filter(before -> before.end()
                        .filter(end -> end.verdict() == Verdict.WITHDRAWN)
                        .isEmpty())
                .map(before -> Decision.refuse(
                        RefusalCode.DISPUTED_ALREADY,
                        "'" + before.disputedBy() + "' disputed " + committed.inWords() + " for '"
                                + before.organisation() + "' already; that dispute "
                                + before.end()
                                        .map(end -> "ended: " + end.reason())
                                        .orElse("is open")));
    }

    private static DisputeState opened(DisputeSettlement dispute, Request request) {
        return new DisputeState(
                dispute.settlement(),
                dispute.clauses(),
                dispute.reason(),
                request.organisation(),
                request.signer().id(),
                request.now(),
                Set.of(),
                Optional.empty());
    }

    private static Decision resolve(ResolveDispute resolution, Committed committed, Request request) {
        StateKey key = StateKey.dispute(resolution.settlement(), resolution.disputedBy());
        Optional<DisputeState> standing =
                request.view().state(key, DisputeState.class).filter(DisputeState::open);
        if (standing.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.DISPUTE_UNKNOWN,
                    "'" + resolution.disputedBy() + "' has no open dispute of " + committed.inWords());
        }
        boolean own = request.organisation().equals(resolution.disputedBy());
        return Texts.problemWithReason("the end of a dispute", resolution.reason())
                .or(() -> inOwnCause(resolution, own))
                .orElseGet(() -> own
                        ? end(key, standing.get(), resolution, committed, request)
                        : concede(key, standing.get(), resolution, committed, request));
    }

    private static Optional<Decision> inOwnCause(ResolveDispute resolution, boolean own) {
        boolean upheld = resolution.verdict() == Verdict.UPHELD;
        if (own != upheld) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.NOT_ALLOWED,
                upheld
                        ? "a dispute is upheld by the other parties, not by '" + resolution.disputedBy()
                                + "', which disputes"
                        : "only '" + resolution.disputedBy()
                                + "', which disputes, can accept that the dispute is rejected, or withdraw it"));
    }

    /** With the last of the other parties the dispute is upheld. */
    private static Decision concede(
            StateKey key, DisputeState standing, ResolveDispute resolution, Committed committed, Request request) {
        if (standing.conceded().contains(request.organisation())) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES,
                    "'" + request.organisation() + "' has conceded this dispute already; it waits for the others");
        }
        DisputeState conceded = standing.concededBy(request.organisation());
        Set<MemberId> missing = new TreeSet<>(committed.organisations());
        missing.remove(standing.organisation());
        missing.removeAll(conceded.conceded());
        return missing.isEmpty() ? end(key, conceded, resolution, committed, request) : Decision.write(key, conceded);
    }

    private static Decision end(
            StateKey key, DisputeState standing, ResolveDispute resolution, Committed committed, Request request) {
        DisputeState ended = standing.ended(new DisputeState.End(
                resolution.verdict(), resolution.reason(), request.signer().id(), request.now()));
        List<StateEntry> writes = new ArrayList<>(List.of(new StateEntry(key, ended)));
        ReputationOf.dispute(ended, committed, request).ifPresent(writes::add);
        return new Decision.Applied(new StateChanges(writes));
    }
}

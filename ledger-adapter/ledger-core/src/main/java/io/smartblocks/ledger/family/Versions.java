package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of an agreement that came into force, first to last: a chain in which each replaced the one before. */
record Versions(AgreementId agreement, List<Governing> chain, StateView view) {

    static Versions of(AgreementId agreement, StateView view) {
        List<Governing> chain = view.states("agreement/" + agreement + "/").stream()
                .filter(entry -> entry.state() instanceof Governing)
                .map(entry -> (Governing) entry.state())
                .sorted(Comparator.comparing(state -> state.proposal().terms().governsFrom()))
                .toList();
        return new Versions(agreement, chain, view);
    }

    /** The version of that name, if it came into force. */
    Optional<Governing> governing(String version) {
        return chain.stream()
                .filter(state -> state.proposal().version().equals(version))
                .findFirst();
    }

    /** The newest, which is in force unless the agreement ended. */
    Optional<Governing> head() {
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    }

    /** The one that is in force or suspended. */
    Optional<Standing> standing() {
        return head().filter(Standing.class::isInstance).map(Standing.class::cast);
    }

    /** The version that governs a day. An early end of the newest also cuts what its predecessors still govern. */
    Optional<Governing> on(LocalDate day) {
        if (head().filter(head -> day.isAfter(head.lastDay())).isPresent()) {
            return Optional.empty();
        }
        return chain.stream()
                .filter(state -> !day.isBefore(state.proposal().terms().governsFrom()) && !day.isAfter(state.lastDay()))
                .findFirst();
    }

    /** The versions, in their order, that govern from a day between two others on. */
    List<String> takingEffectWithin(LocalDate from, LocalDate to) {
        return chain.stream()
                .map(Governing::proposal)
                .filter(version -> version.terms().governsFrom().isAfter(from)
                        && version.terms().governsFrom().isBefore(to))
                .map(Proposal::version)
                .toList();
    }

    /** The days that the versions govern together, in words. */
    String daysInWords() {
        return chain.isEmpty()
                ? "no day"
                : chain.get(0).proposal().terms().governsFrom() + " to "
                        + head().orElseThrow().lastDay();
    }

    /** The day after the last one of all settled periods. */
    Optional<LocalDate> settledTo() {
        return settled().stream().map(SettledState::to).max(Comparator.naturalOrder());
    }

    /** The newest settlement of each period. */
    List<SettledState> settled() {
        return view.states(StateKey.settled(agreement)).stream()
                .map(entry -> (SettledState) entry.state())
                .toList();
    }
}

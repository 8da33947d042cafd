package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds agreements and their versions by what was typed; what is not there is refused with what is nearest to it. */
record AgreementsOnLedger(StateView ledger) {

    private static final Comparator<AgreementState> EARLIEST_FIRST = Comparator.<AgreementState, LocalDate>comparing(
                    state -> state.proposal().terms().governsFrom())
            .thenComparing(state -> state.proposal().version());

    /** Every version of every agreement, by id. */
    List<AgreementState> all() {
        return states("agreement/");
    }

    /** The versions of an agreement, in the order of the days from which they are to govern. */
    List<AgreementState> versions(String typed) {
        AgreementId id = LedgerStatement.typed(() -> new AgreementId(typed));
        List<AgreementState> versions = states("agreement/" + id + "/");
        if (versions.isEmpty()) {
            throw Known.not("The ledger", "agreement", typed, ids());
        }
        return versions.stream().sorted(EARLIEST_FIRST).toList();
    }

    /** The version that is named, else the one that a request can be about, else the latest, which the ledger then judges. */
    AgreementState version(String typed, Optional<String> version, Predicate<AgreementState> wanted) {
        List<AgreementState> versions = versions(typed);
        if (version.isPresent()) {
            return versions.stream()
                    .filter(state -> state.proposal().version().equals(version.get()))
                    .findFirst()
                    .orElseThrow(() -> Known.not("'" + typed + "'", "version", version.get(), names(versions)));
        }
        List<AgreementState> fitting = versions.stream().filter(wanted).toList();
        if (fitting.size() > 1) {
            throw new InputRefused("'%s' has several such versions, %s; name one with --agreement-version."
                    .formatted(typed, String.join(", ", names(fitting))));
        }
        return fitting.isEmpty() ? versions.get(versions.size() - 1) : fitting.get(0);
    }

    /** The version that governs a day, else the latest. */
    AgreementState governing(String typed, LocalDate day) {
        List<AgreementState> versions = versions(typed);
        return versions.stream()
                .filter(state -> state instanceof Governing governing && governs(governing, day))
                .findFirst()
                .orElseGet(() -> versions.get(versions.size() - 1));
    }

    /** All settlements of an agreement, by period and revision. */
    List<SettlementState> settlements(String typed) {
        AgreementId id = versions(typed).get(0).proposal().agreement();
        return settlements(id);
    }

    List<SettlementState> settlements(AgreementId id) {
        return ledger.states("settlement/" + id + "/").stream()
                .map(entry -> (SettlementState) entry.state())
                .toList();
    }

    private static boolean governs(Governing version, LocalDate day) {
        return !day.isBefore(version.proposal().terms().governsFrom()) && !day.isAfter(version.lastDay());
    }

    private List<String> ids() {
        return all().stream()
                .map(state -> state.proposal().agreement().value())
                .distinct()
                .toList();
    }

    private static List<String> names(List<AgreementState> versions) {
        return versions.stream().map(state -> state.proposal().version()).toList();
    }

    private List<AgreementState> states(String prefix) {
        return ledger.states(prefix).stream()
                .map(entry -> (AgreementState) entry.state())
                .toList();
    }
}

package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds what may be stated about agreements, and what is. */
record StatementsOnLedger(StateView ledger) {

    /** What the version that governs a day declares under a name. */
    Statable declared(String agreement, Kind kind, String name, LocalDate day) {
        AgreementState version = new AgreementsOnLedger(ledger).governing(agreement, day);
        List<Statable> declared = version.proposal().terms().statable().stream()
                .filter(each -> each.kind() == kind)
                .toList();
        return declared.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Known.not(
                        AgreementInWords.name(version),
                        kind.name().toLowerCase(Locale.ROOT),
                        name,
                        declared.stream().map(Statable::name).toList()));
    }

    /** All that is stated about an agreement. */
    List<StatementState> of(AgreementId agreement) {
        return under("statement/" + agreement + "/");
    }

    /** All that is stated about all agreements. */
    List<StatementState> all() {
        return under("statement/");
    }

    /** What stands at a place or is to stand there, one behind the other. */
    static Stream<Stated> standing(StatementState state) {
        return Stream.concat(state.pending().stream(), state.holding().stream());
    }

    private List<StatementState> under(String prefix) {
        return ledger.states(prefix).stream()
                .map(entry -> (StatementState) entry.state())
                .toList();
    }
}

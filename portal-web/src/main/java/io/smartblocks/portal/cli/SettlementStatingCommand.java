package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.portal.settlement.SettlementAccount;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command that states something about a settlement. */
abstract class SettlementStatingCommand extends PartyCommand {

    @Mixin
    private SettledPeriod period = new SettledPeriod();

    private Optional<SettlementState> settled = Optional.empty();

    @Override
    final List<SettlementAction> payloads(StateView ledger) {
        SettlementState state = period.in(ledger);
        settled = Optional.of(state);
        return List.of(action(SettlementAccount.of(state, ledger)));
    }

    @Override
    final String done(StateView ledger) {
        SettlementAccount account = SettlementAccount.of(settled.orElseThrow(), ledger);
        return SettledPeriod.words(account.settled()) + ": " + outcome(account);
    }

    /** What is stated, in view of what stands. */
    abstract SettlementAction action(SettlementAccount before);

    /** What came of it, in words. */
    abstract String outcome(SettlementAccount after);
}

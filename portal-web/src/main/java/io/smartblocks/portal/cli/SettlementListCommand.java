package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settlement list}: what is settled, paid, open and disputed, the latest period first. */
@Command(name = "list", description = "List what is settled, with what is open and disputed, the latest period first.")
final class SettlementListCommand extends LookingCommand {

    private static final Comparator<CommitSettlement> LATEST_FIRST = Comparator.comparing(CommitSettlement::from)
            .thenComparing(CommitSettlement::revision)
            .reversed()
            .thenComparing(settled -> settled.agreement().value())
            .thenComparing(CommitSettlement::period);

    @Parameters(arity = "0..1", paramLabel = "AGREEMENT", description = "Only of this agreement.")
    private Optional<String> agreement = Optional.empty();

    @Option(names = "--open", description = "Only what is not paid or is disputed.")
    private boolean open;

    @Override
    List<SettlementReport> report(StateView ledger) {
        return settled(new AgreementsOnLedger(ledger))
                .sorted(Comparator.comparing(SettlementState::settlement, LATEST_FIRST))
                .map(state -> SettlementAccount.of(state, ledger))
                .filter(account -> !open || account.isOpen())
                .map(SettlementReport::of)
                .toList();
    }

    private Stream<SettlementState> settled(AgreementsOnLedger agreements) {
        return agreement
                .map(id -> agreements.settlements(id).stream())
                .orElseGet(() -> agreements.all().stream()
                        .map(state -> state.proposal().agreement())
                        .distinct()
                        .flatMap(id -> agreements.settlements(id).stream()));
    }

    @Override
    void print(StateView ledger, PrintWriter out) {
        List<SettlementReport> reports = report(ledger);
        reports.forEach(new SettlementText(out)::printShort);
        note(Count.of(reports.size(), "settlement") + ".");
    }
}

package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.document.SettlementList;
import io.smartblocks.portal.settlement.SettlementAccount;
import java.io.PrintWriter;
import java.nio.file.Path;
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

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the list as .csv or .xlsx instead of printing it.")
    private Optional<Path> out = Optional.empty();

    @Override
    List<SettlementReport> report(StateView ledger) {
        return accounts(ledger).stream().map(SettlementReport::of).toList();
    }

    private List<SettlementAccount> accounts(StateView ledger) {
        return settled(new AgreementsOnLedger(ledger))
                .sorted(Comparator.comparing(SettlementState::settlement, LATEST_FIRST))
                .map(state -> SettlementAccount.of(state, ledger))
                .filter(account -> !open || account.isOpen())
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
    void print(StateView ledger, PrintWriter terminal) {
        List<SettlementAccount> accounts = accounts(ledger);
        out.ifPresentOrElse(
                file -> Texts.replace(file, table(file, accounts)),
                () -> accounts.stream().map(SettlementReport::of).forEach(new SettlementText(terminal)::printShort));
        note(Count.of(accounts.size(), "settlement") + ".");
    }

    private static byte[] table(Path file, List<SettlementAccount> accounts) {
        List<CommitSettlement> settled =
                accounts.stream().map(SettlementAccount::settled).toList();
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
            return SettlementList.csv(settled);
        }
        if (name.endsWith(".xlsx")) {
            return SettlementList.xlsx(settled);
        }
        throw new InputRefused(
                "'%s' ends with neither .csv nor .xlsx, which say what is to be written.".formatted(file));
    }
}

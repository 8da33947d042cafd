package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code statement list}: what is stated, the newest first, and what waits for whose confirmation. */
@Command(
        name = "list",
        description = "List what parties stated, the newest first; what waits, for whom, and how it is confirmed.")
final class StatementListCommand extends LookingCommand {

    @Parameters(arity = "0..1", paramLabel = "AGREEMENT", description = "Only of this agreement.")
    private Optional<String> agreement = Optional.empty();

    @Option(names = "--waiting", description = "Only what waits for a confirmation.")
    private boolean waiting;

    @Option(names = "--for", paramLabel = "MEMBER", description = "Only what waits for this organisation.")
    private Optional<String> organisation = Optional.empty();

    @Override
    List<StatementRow> report(StateView ledger) {
        StatedInWords words = new StatedInWords(ledger);
        return states(ledger).stream()
                .flatMap(StatementsOnLedger::standing)
                .sorted(Comparator.comparing(Stated::at)
                        .reversed()
                        .thenComparing(stated -> stated.statement().place().toString()))
                .map(stated -> StatementRow.of(stated, words))
                .filter(row -> !waiting || !row.holds())
                .filter(row -> organisation.map(row.waitsFor()::contains).orElse(true))
                .toList();
    }

    private List<StatementState> states(StateView ledger) {
        StatementsOnLedger statements = new StatementsOnLedger(ledger);
        organisation.ifPresent(LedgerStatement::member);
        return agreement
                .map(id -> new AgreementsOnLedger(ledger)
                        .versions(id)
                        .get(0)
                        .proposal()
                        .agreement())
                .map(statements::of)
                .orElseGet(statements::all);
    }

    @Override
    void print(StateView ledger, PrintWriter out) {
        List<StatementRow> rows = report(ledger);
        rows.forEach(row -> out.println(row.inWords()));
        long open = rows.stream().filter(row -> !row.holds()).count();
        note("%s, %d waiting.".formatted(Count.of(rows.size(), "statement"), open));
    }
}

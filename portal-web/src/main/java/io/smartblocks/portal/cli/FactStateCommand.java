package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fact state}: states the value of a fact. */
@Command(name = "state", description = "State the value of a fact from a day on, or for the period that begins then.")
final class FactStateCommand extends MakingStatementCommand {

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id on the ledger.")
    private String agreement = "";

    @Parameters(index = "1", paramLabel = "FACT", description = "The fact's name in the text.")
    private String fact = "";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day: 2026-01-05.")
    private LocalDate from = LocalDate.EPOCH;

    @Mixin
    private ValueOption value = new ValueOption();

    @Option(names = "--note", paramLabel = "TEXT", description = "What it rests on.")
    private String note = "";

    @Override
    Statement statement(StateView ledger) {
        Statable declared = new StatementsOnLedger(ledger).declared(agreement, Kind.FACT, fact, from);
        return new StateFact(new AgreementId(agreement), fact, from, value.in(declared.unit(), fact), note);
    }
}

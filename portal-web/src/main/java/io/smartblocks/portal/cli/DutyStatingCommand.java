package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import java.time.LocalDate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that states what happened to a duty. */
abstract class DutyStatingCommand extends MakingStatementCommand {

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id on the ledger.")
    private String agreement = "";

    @Parameters(index = "1", paramLabel = "CLAUSE", description = "The number of the clause with the duty.")
    private String clause = "";

    @Mixin
    private DutyPeriod period = new DutyPeriod();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            required = true,
            description = "The day on which it happened: 2026-01-14.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(names = "--note", paramLabel = "TEXT", description = "What it rests on.")
    private String note = "";

    @Override
    final Statement statement(StateView ledger) {
        AgreementState version = new AgreementsOnLedger(ledger).governing(agreement, period.from());
        return new StateOccurrence(
                new AgreementId(agreement), clause, happening(), period.name(version, clause), period.from(), on, note);
    }

    abstract Happening happening();
}

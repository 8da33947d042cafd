package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code duty confirm}: confirms that a duty was performed. */
@Command(name = "confirm", description = "Confirm that a duty that is owed to your party was performed.")
final class DutyConfirmCommand extends ConfirmingCommand {

    @Parameters(index = "1", paramLabel = "CLAUSE", description = "The number of the clause with the duty.")
    private String clause = "";

    @Mixin
    private DutyPeriod period = new DutyPeriod();

    @Override
    boolean concerns(Statement statement) {
        return statement instanceof StateOccurrence stated
                && stated.happening() == Happening.PERFORMED
                && stated.clause().equals(clause)
                && period.is(stated);
    }

    @Override
    String what() {
        return "the performance of clause " + clause + " for the period from " + period.from();
    }
}

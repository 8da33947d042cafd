package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code adjustment confirm}: confirms a non-routine adjustment. */
@Command(name = "confirm", description = "Confirm a non-routine adjustment that another party stated.")
final class AdjustmentConfirmCommand extends ConfirmingCommand {

    @Parameters(index = "1", paramLabel = "ADJUSTMENT", description = "The adjustment's name in the text.")
    private String adjustment = "";

    @Mixin
    private AdjustmentDays days = new AdjustmentDays();

    @Override
    boolean concerns(Statement statement) {
        return statement instanceof StateAdjustment stated
                && stated.adjustment().equals(adjustment)
                && stated.from().equals(days.from())
                && (days.end().isEmpty() || stated.to().equals(days.end()));
    }

    @Override
    String what() {
        return "the adjustment '" + adjustment + "' from " + days.from();
    }
}

package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code adjustment state}: states a non-routine adjustment. */
@Command(name = "state", description = "State a non-routine adjustment for some days, or from a day on.")
final class AdjustmentStateCommand extends MakingStatementCommand {

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id on the ledger.")
    private String agreement = "";

    @Parameters(index = "1", paramLabel = "ADJUSTMENT", description = "The adjustment's name in the text.")
    private String adjustment = "";

    @Mixin
    private AdjustmentDays days = new AdjustmentDays();

    @Mixin
    private ValueOption value = new ValueOption();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    Statement statement(StateView ledger) {
        Statable declared =
                new StatementsOnLedger(ledger).declared(agreement, Kind.ADJUSTMENT, adjustment, days.from());
        return new StateAdjustment(
                new AgreementId(agreement),
                adjustment,
                days.from(),
                days.end(),
                value.in(declared.unit(), adjustment),
                reason.text());
    }
}

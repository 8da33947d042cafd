package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.portal.settlement.SettlementAccount;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code settlement dispute}: disputes a settlement or some clauses of it. */
@Command(name = "dispute", description = "Dispute a settlement, or some clauses of it, while the agreement allows it.")
final class SettlementDisputeCommand extends SettlementStatingCommand {

    @Option(
            names = "--clause",
            paramLabel = "NUMBER",
            description = "A disputed clause; once for each. All of it if left out.")
    private List<String> clauses = List.of();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    SettlementAction action(SettlementAccount before) {
        return new DisputeSettlement(before.settled().id(), clauses, reason.text());
    }

    @Override
    String outcome(SettlementAccount after) {
        return "disputed" + (clauses.isEmpty() ? "" : ", clause " + String.join(", ", clauses))
                + "; what is not disputed stays payable";
    }
}

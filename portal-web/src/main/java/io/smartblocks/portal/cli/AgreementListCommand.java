package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code agreement list}: every version of every agreement with where it is in its life. */
@Command(name = "list", description = "List every version of every agreement with where it is in its life.")
final class AgreementListCommand extends LookingCommand {

    @Override
    List<AgreementReport> report(StateView ledger) {
        return new AgreementsOnLedger(ledger)
                .all().stream().map(AgreementReport::of).toList();
    }

    @Override
    void print(StateView ledger, PrintWriter out) {
        List<AgreementReport> reports = report(ledger);
        reports.forEach(report -> report.printShort(out));
        note(Count.of(reports.size(), "version") + " of agreements.");
    }
}

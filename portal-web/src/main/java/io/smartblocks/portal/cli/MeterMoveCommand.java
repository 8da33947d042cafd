package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meter move}: says that a meter belongs to another site. */
@Command(name = "move", description = "Say that a meter belongs to another site.")
final class MeterMoveCommand extends StatingCommand {

    @Parameters(paramLabel = "ID", description = "The meter's id.")
    private String id = "";

    @Option(
            names = "--site",
            paramLabel = "TEXT",
            required = true,
            description = "The other site, by its id or in words that make its id.")
    private String site = "";

    @Override
    String state(LedgerStatement statement) {
        MeterId meter = Meters.id(id);
        String there = Sites.required(Sites.named(site), statement.view()).name();
        long block = statement.make(new AssignMeter(meter, site));
        return "Meter %s is at %s since block %d.".formatted(meter, there, block);
    }
}

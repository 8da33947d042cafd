package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meter retire}: takes a meter out of service after a day. */
@Command(
        name = "retire",
        description = "Take a meter out of service: readings of later days are refused, earlier ones can be corrected.")
final class MeterRetireCommand extends StatingCommand {

    @Parameters(paramLabel = "ID", description = "The meter's id.")
    private String id = "";

    @Option(
            names = "--last-day",
            paramLabel = "DATE",
            required = true,
            description = "The last local day on which it reads: 2026-10-31.")
    private LocalDate lastDay = LocalDate.EPOCH;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    String state(LedgerStatement statement) {
        MeterId meter = Meters.id(id);
        long block = statement.make(new RetireMeter(meter, lastDay, reason.text()));
        return "Meter %s reads until %s; block %d.".formatted(meter, lastDay, block);
    }
}

package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code meter list}: the registered meters. */
@Command(name = "list", description = "List all registered meters.")
final class MeterListCommand extends ReportingCommand<List<MeterReport>> {

    @Override
    List<MeterReport> read(StatesOnLedger ledger, Clock clock) {
        return Meters.all(ledger).stream()
                .map(meter -> MeterReport.of(meter, ledger))
                .toList();
    }

    @Override
    void print(List<MeterReport> meters, PrintWriter out) {
        new Table<MeterReport>()
                .with("meter", MeterReport::meter)
                .with("label", MeterReport::label)
                .with("site", MeterReport::siteInWords)
                .with("measures", meter -> meter.energy() + " in " + meter.unit())
                .with("every", MeterReport::every)
                .with("zone", MeterReport::zone)
                .with("operator", MeterReport::operator)
                .with("service", MeterReport::service)
                .print(out, meters, "No meter is registered; 'smartblocks meter register' does it.");
    }
}

package io.smartblocks.portal.cli;

import static io.smartblocks.portal.cli.LedgerStatement.typed;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.demo.DemoSite;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meter register}: tells the ledger of a meter, which the signer's organisation operates from then on. */
@Command(name = "register", description = "Tell the ledger of a meter that the signer's organisation operates.")
final class MeterRegisterCommand extends StatingCommand {

    @Parameters(paramLabel = "ID", description = "The meter's id, as agreements name it: IE-9001/import.")
    private String id = "";

    @Option(names = "--label", paramLabel = "TEXT", required = true, description = "What people call it.")
    private String label = "";

    @Option(
            names = "--site",
            paramLabel = "TEXT",
            required = true,
            description = "The building or site, by its id or in words that make its id: North Campus.")
    private String site = "";

    @Option(
            names = "--energy",
            paramLabel = "KIND",
            required = true,
            description = "What it measures: electricity, heat, gas, wind, weather, …")
    private String energy = "";

    @Option(names = "--unit", paramLabel = "UNIT", required = true, description = "The unit of its values: kWh, °F, …")
    private String unit = "";

    @Option(
            names = "--every",
            paramLabel = "INTERVAL",
            required = true,
            description = "How often it reads: PT15M, PT30M, PT1H, P1D or P1M.")
    private String interval = "";

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Option(
            names = "--measures",
            paramLabel = "WHAT",
            defaultValue = "interval",
            description = "interval for what flowed in each interval, register for the stands of a counter; default"
                    + " ${DEFAULT-VALUE}.")
    private String measures = "interval";

    @Option(
            names = "--rolls-over-at",
            paramLabel = "STAND",
            description = "The stand at which a register begins again at 0, such as 1000000.")
    private Optional<BigDecimal> rollsOverAt = Optional.empty();

    @Option(
            names = "--checks",
            paramLabel = "ID",
            description = "The meter of amounts whose sum a register shows, so that the two are compared.")
    private Optional<String> checks = Optional.empty();

    @Override
    String state(LedgerStatement statement) {
        MeterId meter = Meters.id(id);
        Interval every = typed(() -> new Interval(interval));
        ZoneId days = zone.id();
        Measure measure = measure();
        SiteId named = Sites.named(site);
        long block = statement.make(new RegisterMeter(
                meter, statement.organisation(), label, site, energy, unit, every, days, measure, rollsOverAt));
        Optional<SiteState> registered = Sites.registered(named, statement.view());
        if (registered.isEmpty()) {
            note(("no site is registered as '%1$s'; when one is, the meter belongs to it:"
                            + " 'smartblocks site register %1$s' does it.")
                    .formatted(named));
        }
        return "Meter %s stands in block %d%s."
                .formatted(
                        meter,
                        block,
                        registered
                                .map(there -> ", at %s of %s".formatted(there.name(), there.owner()))
                                .orElse(""));
    }

    @Override
    Optional<MemberId> onDemoSite() {
        return Optional.of(DemoSite.METER_GATEWAY);
    }

    private Measure measure() {
        return switch (measures) {
            case "interval" -> Measure.INTERVAL;
            case "register" -> Measure.REGISTER;
            default ->
                throw new InputRefused(
                        "'%s' is not what a meter measures; expected interval or register.".formatted(measures));
        };
    }
}

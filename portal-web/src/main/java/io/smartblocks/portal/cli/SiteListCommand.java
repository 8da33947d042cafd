package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.SiteId;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code site list}: the registered sites. */
@Command(name = "list", description = "List all registered sites, each with how many meters name it.")
final class SiteListCommand extends ReportingCommand<List<SiteListCommand.Site>> {

    /** What {@code --json} prints of each site. */
    record Site(
            String site,
            String name,
            String owner,
            String zone,
            Optional<String> country,
            Optional<BigDecimal> floorArea,
            Optional<String> address,
            long meters) {}

    @Override
    List<Site> read(StatesOnLedger ledger, Clock clock) {
        Map<SiteId, Long> meters = Meters.all(ledger).stream()
                .flatMap(meter -> Sites.meantBy(meter.site(), ledger).stream())
                .collect(groupingBy(SiteState::site, counting()));
        return Sites.all(ledger).stream()
                .map(site -> listed(site, meters.getOrDefault(site.site(), 0L)))
                .toList();
    }

    private static Site listed(SiteState site, long meters) {
        return new Site(
                site.site().value(),
                site.name(),
                site.owner().value(),
                site.zone().getId(),
                site.country(),
                site.floorArea(),
                site.address(),
                meters);
    }

    @Override
    void print(List<Site> sites, PrintWriter out) {
        new Table<Site>()
                .with("site", Site::site)
                .with("name", Site::name)
                .with("owner", Site::owner)
                .with("zone", Site::zone)
                .with("country", site -> site.country().orElse("-"))
                .with(
                        "floor area",
                        site -> site.floorArea()
                                .map(area -> area.toPlainString() + " m²")
                                .orElse("-"))
                .with("meters", site -> Long.toString(site.meters()))
                .with("address", site -> site.address().orElse("-"))
                .print(out, sites, "No site is registered; 'smartblocks site register' does it.");
    }
}

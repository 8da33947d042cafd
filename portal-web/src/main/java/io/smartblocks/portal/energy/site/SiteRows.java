package io.smartblocks.portal.energy.site;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.readmodel.AskedSites;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.AgreedOf;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import io.smartblocks.portal.energy.series.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts sites and buildings into the rows of a table. */
@Component
class SiteRows {

    private final Places places;
    private final Balances balances;
    private final SavingsYears savings;
    private final Peaks peaks;

    SiteRows(Places places, Balances balances, SavingsYears savings, Peaks peaks) {
        this.places = places;
        this.balances = balances;
        this.savings = savings;
        this.peaks = peaks;
    }

    /** All sites that are asked for over a period, each with its buildings behind it, worked out while they are taken. */
    Stream<SiteRow> of(Account reader, AskedSites asked, Period period) {
        return places.all(reader, asked).flatMap(some -> of(reader, some, period).stream());
    }

    /** So many of them, behind the site or building with an id. */
    List<SiteRow> of(Account reader, AskedSites asked, Period period, String after, int atMost) {
        Places.Lines lines = places.lines(reader, asked, after, atMost);
        AgreedOf agreements = savings.agreements(reader, lines.sites());
        Set<String> wanted = Set.copyOf(lines.lines());
        return lines.sites().stream()
                .flatMap(site -> Stream.concat(
                        Stream.of(site)
                                .filter(place -> wanted.contains(place.id()))
                                .map(place -> row(place, agreements, period, false)),
                        site.buildings().stream()
                                .filter(place -> wanted.contains(place.id()))
                                .map(place -> row(place, agreements, period, true))))
                .toList();
    }

    /** Some sites over a period, each with its buildings behind it. */
    List<SiteRow> of(Account reader, List<Place> sites, Period period) {
        AgreedOf agreements = savings.agreements(reader, sites);
        List<SiteRow> rows = new ArrayList<>();
        for (Place site : sites) {
            rows.add(row(site, agreements, period, false));
            rows.addAll(buildings(site, agreements, period));
        }
        return rows;
    }

    /** The buildings of a site. */
    List<SiteRow> buildings(Place site, AgreedOf agreements, Period period) {
        return site.buildings().stream()
                .map(building -> row(building, agreements, period, true))
                .toList();
    }

    private SiteRow row(Place place, AgreedOf agreements, Period period, boolean building) {
        Balance balance = balances.of(place, period.from(), period.end());
        Amount read = balance.completeness(period.from(), period.end());
        return new SiteRow(
                place.id(),
                place.name(),
                building,
                place.area(),
                place.buildings().size(),
                place.allMeters().size(),
                place.allMeters().stream().map(MeterState::operator).distinct().count(),
                read.known() == 0
                        ? Optional.empty()
                        : Optional.of(balance.used(period.from(), period.end()).setScale(0, RoundingMode.HALF_EVEN)),
                saved(agreements.naming(place.meterIds()), period),
                peaks.of(balance, period.from(), period.end()).map(Peaks.Peak::kilowatts),
                read.expected() - read.known(),
                read.estimated());
    }

    private Optional<BigDecimal> saved(List<Agreed> agreements, Period period) {
        List<Exact> saved = agreements.stream()
                .flatMap(agreed -> savings.periods(agreed, period.from(), period.end()).stream())
                .map(each -> each.saved().saved())
                .toList();
        return saved.isEmpty()
                ? Optional.empty()
                : Optional.of(saved.stream().reduce(Exact.ZERO, Exact::plus).toDecimal(0, RoundingMode.HALF_EVEN));
    }
}

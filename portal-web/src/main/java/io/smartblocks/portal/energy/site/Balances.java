package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.portal.energy.series.DaySums;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Gathers what the energy of a place is worked out from. */
@Component
class Balances {

    private final DaySums sums;
    private final Factors factors;

    Balances(DaySums sums, Factors factors) {
        this.sums = sums;
        this.factors = factors;
    }

    /** The meters of the place that measure energy, over the days from one up to, and not including, another. */
    Balance of(Place place, LocalDate from, LocalDate end) {
        List<MeterState> meters = place.allMeters().stream()
                .filter(meter -> Flow.of(meter).isPresent())
                .toList();
        Optional<String> country = place.registered().flatMap(SiteState::country);
        Map<String, Factors.Factor> emissions = new TreeMap<>();
        meters.stream()
                .filter(meter -> Flow.of(meter)
                        .filter(flow -> flow != Flow.EXPORT && flow != Flow.RENEWABLE)
                        .isPresent())
                .map(Flow::words)
                .distinct()
                .forEach(energy -> factors.emission(energy, country, from, end)
                        .ifPresent(factor -> emissions.put(energy, factor)));
        return new Balance(
                meters,
                meters.isEmpty() ? Map.of() : sums.of(meters, from, end),
                emissions,
                factors.renewable(country, from, end));
    }
}

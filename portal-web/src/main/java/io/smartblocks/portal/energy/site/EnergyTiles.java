package io.smartblocks.portal.energy.site;

import io.smartblocks.portal.energy.series.Amount;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What was used, altogether and for each square metre, and how much of it was read. */
final class EnergyTiles {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Words say;

    EnergyTiles(Words say) {
        this.say = say;
    }

    Tile used(Asked asked) {
        return new TileDraft(say, asked, "used")
                .figure(asked.used(asked.period()).map(value -> value.setScale(0, RoundingMode.HALF_EVEN)), "kWh")
                .compared(asked::used, true)
                .spark(asked::used)
                .formula(say.message("kpi.used.formula", parts(asked)))
                .meters(any -> true)
                .unknown(say.message("kpi.none.read"), say.message("kpi.none.read.mend"))
                .tile();
    }

    Tile intensity(Asked asked) {
        Optional<BigDecimal> area = asked.place().area();
        Function<Period, Optional<BigDecimal>> of = period ->
                area.flatMap(size -> asked.used(period).map(used -> used.divide(size, 2, RoundingMode.HALF_EVEN)));
        return new TileDraft(say, asked, "intensity")
                .figure(of.apply(asked.period()), "kWh/m²")
                .compared(of, true)
                .spark(of)
                .formula(say.message(
                        "kpi.intensity.formula", area.map(say::plain).orElse("?")))
                .meters(any -> true)
                .unknown(
                        say.message(area.isEmpty() ? "kpi.area.none" : "kpi.none.read"),
                        area.isEmpty()
                                ? say.message("kpi.area.mend", asked.place().id())
                                : say.message("kpi.none.read.mend"))
                .tile();
    }

    Tile complete(Asked asked) {
        Amount amount = asked.balance()
                .completeness(asked.period().from(), asked.period().end());
        int lost = amount.expected() - amount.known();
        Optional<BigDecimal> share = amount.expected() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(amount.known())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(amount.expected()), 1, RoundingMode.DOWN));
        return new TileDraft(say, asked, "complete")
                .figure(share, "%")
                .change(
                        lost == 0 ? "good" : "",
                        lost == 0 ? "good" : "missing",
                        say.message("kpi.complete.change", lost, amount.estimated()))
                .formula(say.message("kpi.complete.formula"))
                .meters(any -> true)
                .unknown(say.message("kpi.none.read"), say.message("kpi.none.read.mend"))
                .tile();
    }

    private String parts(Asked asked) {
        List<String> parts = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            BigDecimal energy = asked.balance()
                    .energy(flow, asked.period().from(), asked.period().end());
            if (energy.signum() != 0) {
                parts.add(say.message("kpi.flow." + flow.name().toLowerCase(Locale.ROOT), whole(energy)));
            }
        }
        return String.join(", ", parts);
    }

    private String whole(BigDecimal value) {
        return say.number(value.setScale(0, RoundingMode.HALF_EVEN));
    }
}

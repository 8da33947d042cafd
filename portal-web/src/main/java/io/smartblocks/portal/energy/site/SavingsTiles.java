package io.smartblocks.portal.energy.site;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.portal.energy.agreed.SavingsTerms.Saved;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What settled periods say of use and savings against the baseline. */
final class SavingsTiles {

    private static final Exact HUNDRED = Exact.of(100);

    private final Words say;

    SavingsTiles(Words say) {
        this.say = say;
    }

    Tile againstBaseline(Asked asked) {
        List<Billed> periods = asked.saved(asked.period());
        Exact used = sum(periods, Saved::used);
        Exact baseline = sum(periods, Saved::baseline);
        boolean below = used.compareTo(baseline) <= 0;
        return new TileDraft(say, asked, "baseline")
                .figure(change(periods), "%")
                .change(
                        below ? "good" : "warn",
                        below ? "fall" : "up",
                        say.message("kpi.baseline.change", whole(used), whole(baseline)))
                .spark(period -> change(asked.saved(period)))
                .formula(say.message("kpi.baseline.formula", titles(periods)))
                .statements(periods)
                .unknown(say.message("kpi.baseline.none"), say.message("kpi.baseline.mend"))
                .tile();
    }

    Tile saved(Asked asked) {
        List<Billed> periods = asked.saved(asked.period());
        Function<Period, Optional<BigDecimal>> of = period -> {
            List<Billed> there = asked.saved(period);
            return there.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sum(there, Saved::saved).toDecimal(3, RoundingMode.HALF_EVEN));
        };
        return new TileDraft(say, asked, "saved")
                .figure(
                        periods.isEmpty()
                                ? Optional.empty()
                                : Optional.of(sum(periods, Saved::saved).toDecimal(0, RoundingMode.HALF_EVEN)),
                        "kWh")
                .compared(of, false)
                .spark(of)
                .formula(say.message("kpi.saved.formula", titles(periods)))
                .statements(periods)
                .unknown(say.message("kpi.baseline.none"), say.message("kpi.baseline.mend"))
                .tile();
    }

    /** By how many per cent of the baseline the use lies above it, or below; none where the baseline is zero. */
    private static Optional<BigDecimal> change(List<Billed> periods) {
        Exact baseline = sum(periods, Saved::baseline);
        return baseline.signum() == 0
                ? Optional.empty()
                : Optional.of(sum(periods, Saved::used)
                        .minus(baseline)
                        .times(HUNDRED)
                        .dividedBy(baseline)
                        .toDecimal(1, RoundingMode.HALF_EVEN));
    }

    private static Exact sum(List<Billed> periods, Function<Saved, Exact> value) {
        return periods.stream()
                .flatMap(each -> each.saved().stream())
                .map(value)
                .reduce(Exact.ZERO, Exact::plus);
    }

    private String titles(List<Billed> periods) {
        return periods.stream()
                .map(each -> say.period(each.figures().from(), each.figures().to()))
                .distinct()
                .collect(joining(", "));
    }

    private String whole(Exact value) {
        return say.number(value.toDecimal(0, RoundingMode.HALF_EVEN));
    }
}

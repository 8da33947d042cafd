package io.smartblocks.portal.energy.site;

import static java.util.stream.Collectors.joining;

import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;

/** What the energy of a place emits, and what part of its electricity is renewable. */
final class CarbonTiles {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final Words say;

    CarbonTiles(Words say) {
        this.say = say;
    }

    Tile emissions(Asked asked) {
        Balance.Known now =
                asked.balance().emitted(asked.period().from(), asked.period().end());
        boolean any = asked.anything(asked.period());
        boolean noFactor = any && !now.missing().isEmpty();
        Function<Period, Optional<BigDecimal>> tonnes = period -> asked.anything(period)
                ? asked.balance()
                        .emitted(period.from(), period.end())
                        .value()
                        .map(kg -> kg.divide(THOUSAND, 3, RoundingMode.HALF_EVEN))
                : Optional.empty();
        return new TileDraft(say, asked, "emissions")
                .figure(
                        tonnes.apply(asked.period()).map(t -> t.setScale(1, RoundingMode.HALF_EVEN)),
                        say.message("kpi.emissions.unit"))
                .compared(tonnes, true)
                .spark(tonnes)
                .formula(say.message(
                        "kpi.emissions.formula",
                        asked.balance().emissions().values().stream()
                                .map(factor -> factor.index().label())
                                .collect(joining("; "))))
                .meters(flow -> flow != Flow.EXPORT && flow != Flow.RENEWABLE)
                .unknown(
                        noFactor
                                ? say.message("kpi.factor.none", String.join(", ", now.missing()))
                                : say.message("kpi.none.read"),
                        noFactor
                                ? say.message(
                                        "kpi.factor.mend",
                                        now.missing().stream()
                                                .map(Factors::emissionName)
                                                .collect(joining(", ")))
                                : say.message("kpi.none.read.mend"))
                .tile();
    }

    Tile renewable(Asked asked) {
        Function<Period, Balance.Known> share = period -> asked.balance().renewable(period.from(), period.end());
        Function<Period, Optional<BigDecimal>> percent = period ->
                share.apply(period).value().map(part -> part.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN));
        BigDecimal own = asked.balance()
                .energy(Flow.RENEWABLE, asked.period().from(), asked.period().end());
        boolean noShare = !share.apply(asked.period()).missing().isEmpty();
        return new TileDraft(say, asked, "renewable")
                .figure(percent.apply(asked.period()), "%")
                .change(
                        "wind",
                        "wind",
                        say.message("kpi.renewable.own", say.number(own.setScale(0, RoundingMode.HALF_EVEN))))
                .spark(percent)
                .formula(say.message("kpi.renewable.formula"))
                .meters(flow -> flow != Flow.OTHER && flow != Flow.EXPORT)
                .unknown(
                        say.message(noShare ? "kpi.share.none" : "kpi.none.read"),
                        noShare
                                ? say.message("kpi.share.mend", Factors.renewableName())
                                : say.message("kpi.none.read.mend"))
                .tile();
    }
}

package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.energy.series.Amount;
import io.smartblocks.portal.energy.series.DaySum;
import io.smartblocks.portal.energy.series.DaySums;
import io.smartblocks.portal.energy.series.Units;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists the meters of a place, whoever operates them, with what they read in a period. */
@Component
class MeterLines {

    private final DaySums sums;
    private final Names names;
    private final Words say;

    MeterLines(DaySums sums, Names names, Words say) {
        this.sums = sums;
        this.names = names;
        this.say = say;
    }

    /** One meter, with its total or mean of what is known, and how much is. */
    record Line(
            String label,
            String id,
            String link,
            String building,
            String energy,
            String operator,
            String every,
            String value,
            String unit,
            String mood,
            String icon,
            String state,
            String days,
            String daysLink) {}

    List<Line> of(Place place, Period period) {
        List<MeterState> meters = place.allMeters();
        if (meters.isEmpty()) {
            return List.of();
        }
        Map<?, List<DaySum>> days = sums.of(meters, period.from(), period.end());
        return Stream.concat(
                        place.meters().stream().map(meter -> line(meter, "", period, days.get(meter.meter()))),
                        place.buildings().stream()
                                .flatMap(building -> building.allMeters().stream()
                                        .map(meter -> line(meter, building.name(), period, days.get(meter.meter())))))
                .toList();
    }

    private Line line(MeterState meter, String building, Period period, List<DaySum> days) {
        Amount amount = days.stream().map(DaySum::amount).reduce(Amount.NONE, Amount::and);
        long read = days.stream().filter(day -> day.amount().known() > 0).count();
        Optional<BigDecimal> value = amount.known() == 0
                ? Optional.empty()
                : Optional.of(
                        Units.isSummed(meter.unit())
                                ? amount.sum()
                                : amount.sum().divide(BigDecimal.valueOf(amount.known()), 1, RoundingMode.HALF_EVEN));
        int missing = amount.expected() - amount.known();
        String state = amount.known() == 0
                ? say.message("meter.state.none")
                : missing > 0
                        ? say.message("curves.missing.of", missing, amount.expected())
                        : amount.estimated() > 0
                                ? say.message("curves.estimated.of", amount.estimated(), amount.expected())
                                : say.message("meter.complete");
        return new Line(
                meter.label(),
                meter.meter().value(),
                "/meters/" + meter.meter() + "?span=" + (period.month() ? "month" : "year") + "&day=" + period.from(),
                building,
                meter.energy(),
                names.of(meter.operator()),
                say.message("interval." + meter.interval().value(), meter.unit()),
                value.map(known -> say.number(
                                known.setScale(Math.min(1, Math.max(0, known.scale())), RoundingMode.HALF_EVEN)))
                        .orElse(""),
                meter.unit(),
                missing > 0 ? "bad" : amount.estimated() > 0 ? "" : "good",
                missing > 0 ? "missing" : amount.estimated() > 0 ? "estimated" : "good",
                state,
                read == 0 ? "" : say.message("sites.days", read),
                "/states?type=readings&meter=" + meter.meter());
    }
}

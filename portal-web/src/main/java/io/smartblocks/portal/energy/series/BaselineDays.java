package io.smartblocks.portal.energy.series;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.readmodel.MeterDays;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.energy.agreed.MeterBaseline;
import io.smartblocks.runtime.baseline.Counterfactual;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Says what a fitted baseline makes of the weather of some days, as a settlement does. */
@Component
public class BaselineDays {

    private static final TimeSpan DAILY = new TimeSpan(1, TimeSpan.Unit.DAY);

    private final ReadModel read;

    BaselineDays(ReadModel read) {
        this.read = read;
    }

    /**
     * What would have been used on each day from the first up to, and not including, the end, in the unit of the fit; days
     * without a temperature are left out, and so are those before the end of the baseline's own year.
     */
    public Map<LocalDate, BigDecimal> of(MeterBaseline baseline, LocalDate from, LocalDate end) {
        return by(baseline, from.isBefore(baseline.fit().to()) ? baseline.fit().to() : from, end);
    }

    /** The same for any days, also those of the baseline's own year: what the fit makes of their weather. */
    public Map<LocalDate, BigDecimal> by(MeterBaseline baseline, LocalDate first, LocalDate end) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        if (!first.isBefore(end)) {
            return days;
        }
        read.meters().meter(baseline.temperature()).ifPresent(meter -> {
            MeterColumn would = Counterfactual.over(
                    new Grid(first, end, meter.zone(), DAILY),
                    baseline.fit().curve(),
                    baseline.fit().unit(),
                    // gaps are bridged over midnight
                    column(meter, first.minusDays(1), end.plusDays(1)));
            for (int i = 0; i < would.size(); i++) {
                if (!would.isMissing(i)) {
                    days.put(would.grid().dayOf(i), BigDecimal.valueOf(would.value(i), would.scale()));
                }
            }
        });
        return days;
    }

    private MeterColumn column(MeterState meter, LocalDate from, LocalDate end) {
        MeterDays days = new MeterDays(meter.meter(), from, end);
        List<DayReadings> pages =
                read.meters().readings(List.of(days), Long.MAX_VALUE).get(days);
        int scale = pages.stream().mapToInt(DayReadings::scale).max().orElse(0);
        MeterColumn.Builder column =
                MeterColumn.of(new Grid(from, end, meter.zone(), every(meter)), meter.unit(), scale);
        Slots.of(meter, from, end, pages).stream()
                .filter(slot -> slot.value().isPresent())
                .forEach(slot -> column.put(
                        column.grid().indexOf(slot.day()) + place(meter, slot),
                        slot.value()
                                .orElseThrow()
                                .setScale(scale)
                                .unscaledValue()
                                .longValueExact(),
                        slot.quality() == 'E' ? Quality.ESTIMATED : Quality.ACTUAL));
        return column.build();
    }

    private static int place(MeterState meter, Slot slot) {
        if (!meter.interval().withinDay()) {
            return 0;
        }
        Duration into = Duration.between(slot.day().atStartOfDay(meter.zone()).toInstant(), slot.start());
        return Math.toIntExact(into.dividedBy(Duration.between(slot.start(), slot.end())));
    }

    private static TimeSpan every(MeterState meter) {
        return meter.interval().withinDay()
                ? new TimeSpan(
                        Math.toIntExact(Duration.parse(meter.interval().value()).toMinutes()), TimeSpan.Unit.MINUTE)
                : DAILY;
    }
}

package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads predictions; whole months that are over are kept, since a day is predicted before it begins. */
@Component
class Forecasts {

    private static final int MONTHS_KEPT = 5_000;

    /** How long after its end a month is surely read in full. */
    private static final int SETTLED_DAYS = 2;

    private record Month(MeterId meter, YearMonth month) {}

    private final ReadModel read;
    private final Clock clock;
    private final Map<Month, Optional<Forecast.Expected>> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Month, Optional<Forecast.Expected>> eldest) {
            return size() > MONTHS_KEPT;
        }
    };

    Forecasts(ReadModel read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    /** The predictions for the days from the first up to, and not including, the end. */
    Forecast of(MeterState meter, LocalDate from, LocalDate end) {
        return new Forecast(
                read.predictions().pages(meter.meter(), from, end).stream()
                        .map(Recorded::state)
                        .toList(),
                Units.isSummed(meter.unit()));
    }

    /** What was predicted for a month; empty unless each day of it was. */
    Optional<Forecast.Expected> of(MeterState meter, YearMonth month, int intervals) {
        Month key = new Month(meter.meter(), month);
        synchronized (kept) {
            Optional<Forecast.Expected> known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        LocalDate end = month.plusMonths(1).atDay(1);
        Instant over = end.atStartOfDay(meter.zone()).toInstant();
        Optional<Forecast.Expected> made = of(meter, month.atDay(1), end)
                .between(month.atDay(1).atStartOfDay(meter.zone()).toInstant(), over, intervals);
        if (end.plusDays(SETTLED_DAYS).atStartOfDay(meter.zone()).toInstant().isBefore(clock.instant())) {
            synchronized (kept) {
                kept.put(key, made);
            }
        }
        return made;
    }
}

package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RecordedPage;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.portal.energy.DayTotal.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sums a meter's readings by local day; a day with a gap has no total. */
@Component
class DayTotals {

    /** Units of which a day has an average, not a sum. */
    private static final Set<String> AVERAGED = Set.of("°C", "°F", "K", "kW", "W", "%");

    private final ReadModel read;

    DayTotals(ReadModel read) {
        this.read = read;
    }

    /** Each day from the first up to, and not including, the end. */
    List<DayTotal> of(MeterState meter, LocalDate from, LocalDate end) {
        Map<LocalDate, RecordedPage> pages = read.meters().pages(meter.meter(), from, end).stream()
                .collect(Collectors.toMap(page -> page.page().day(), Function.identity(), (first, second) -> second));
        return from.datesUntil(end)
                .map(day -> Optional.ofNullable(pages.get(day))
                        .map(DayTotals::total)
                        .orElseGet(() -> nothing(meter, day)))
                .toList();
    }

    private static DayTotal total(RecordedPage recorded) {
        ReadingsPage page = recorded.page();
        int known = (int) page.values().stream().filter(Objects::nonNull).count();
        boolean complete = known == page.values().size();
        boolean estimated = page.quality().indexOf('E') >= 0;
        return new DayTotal(
                page.day(),
                complete ? Optional.of(sum(page)) : Optional.empty(),
                complete ? estimated ? Quality.ESTIMATED : Quality.COMPLETE : Quality.MISSING,
                known,
                page.values().size(),
                recorded.transaction().map(Object::toString));
    }

    private static BigDecimal sum(ReadingsPage page) {
        long sum = page.values().stream().mapToLong(Long::longValue).sum();
        BigDecimal total = BigDecimal.valueOf(sum, page.scale());
        return isSummed(page.unit())
                ? total
                : total.divide(BigDecimal.valueOf(page.values().size()), 1, RoundingMode.HALF_UP);
    }

    /** Whether values in the unit add up over a day or a month. */
    static boolean isSummed(String unit) {
        return !AVERAGED.contains(unit);
    }

    private static DayTotal nothing(MeterState meter, LocalDate day) {
        int expected = meter.interval().valuesOn(day, meter.zone());
        return new DayTotal(day, Optional.empty(), Quality.MISSING, 0, expected, Optional.empty());
    }
}

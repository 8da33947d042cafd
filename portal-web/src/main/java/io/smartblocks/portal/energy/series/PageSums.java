package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums the days of a meter that says what flowed in each interval of a day: from its pages, without laying them out. */
final class PageSums {

    /** So that no sum of a day is too large for a number of 64 bits. */
    private static final long LARGEST = Long.MAX_VALUE / 1_000;

    private PageSums() {}

    /** Whether the pages are such; else {@link Slots} are summed. */
    static boolean fit(MeterState meter, List<DayReadings> pages) {
        return meter.measure() == Measure.INTERVAL
                && meter.interval().withinDay()
                && pages.stream().allMatch(PageSums::isSmall);
    }

    private static boolean isSmall(DayReadings page) {
        for (long value : page.values()) {
            if (value != DayReadings.MISSING && (value > LARGEST || value < -LARGEST)) {
                return false;
            }
        }
        return true;
    }

    static List<DaySum> of(MeterState meter, LocalDate from, LocalDate end, List<DayReadings> pages) {
        Map<LocalDate, DayReadings> byDay = new HashMap<>();
        pages.forEach(page -> byDay.put(page.day(), page));
        List<DaySum> sums = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            int expected = meter.interval().valuesOn(day, meter.zone());
            DayReadings page = byDay.get(day);
            sums.add(new DaySum(day, page == null ? missing(expected) : amount(meter, day, page, expected)));
        }
        return List.copyOf(sums);
    }

    private static Amount missing(int expected) {
        return new Amount(BigDecimal.ZERO, 0, expected, 0, 0, Optional.empty(), Optional.empty());
    }

    private static Amount amount(MeterState meter, LocalDate day, DayReadings page, int expected) {
        long sum = 0;
        int known = 0;
        int estimated = 0;
        int corrected = 0;
        int highest = -1;
        long[] values = page.values();
        for (int number = 0; number < Math.min(expected, values.length); number++) {
            if (values[number] != DayReadings.MISSING) {
                sum += values[number];
                known++;
                char quality = page.quality().charAt(number);
                estimated += quality == 'E' ? 1 : 0;
                corrected += quality == 'C' ? 1 : 0;
                highest = highest < 0 || values[number] > values[highest] ? number : highest;
            }
        }
        if (known == 0) {
            return missing(expected);
        }
        Instant at = meter.interval().startOf(day, meter.zone(), highest);
        return new Amount(
                BigDecimal.valueOf(sum, page.scale()),
                known,
                expected,
                estimated,
                corrected,
                Optional.of(BigDecimal.valueOf(values[highest], page.scale())),
                Optional.of(at));
    }
}

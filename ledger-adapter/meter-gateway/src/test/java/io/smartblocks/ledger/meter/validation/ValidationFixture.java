package io.smartblocks.ledger.meter.validation;

import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Hourly pages of a meter in Dublin. */
final class ValidationFixture {

    static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    static final Interval HOURLY = new Interval("PT1H");

    private static final MeterId METER = new MeterId("IE-1/heat");

    private ValidationFixture() {}

    /** A day whose hours hold what the function says; null is missing. */
    static ReadingsPage day(LocalDate day, String unit, IntFunction<Long> hours) {
        List<Long> values = new ArrayList<>();
        for (int hour = 0; hour < HOURLY.valuesOn(day, DUBLIN); hour++) {
            values.add(hours.apply(hour));
        }
        return ReadingsPage.of(METER, day, DUBLIN, HOURLY, unit, 1, values);
    }

    static ReadingsPage day(LocalDate day, IntFunction<Long> hours) {
        return day(day, "kWh", hours);
    }

    /** A day with some hours that are all different from each other and like those of other days. */
    static ReadingsPage usual(LocalDate day) {
        return day(day, hour -> 100L + hour + day.getDayOfMonth());
    }

    static List<ReadingsPage> usual(LocalDate first, int days) {
        return first.datesUntil(first.plusDays(days))
                .map(ValidationFixture::usual)
                .toList();
    }

    static ReadingsPage with(ReadingsPage page, int hour, Long value) {
        List<Long> values = new ArrayList<>(page.values());
        values.set(hour, value);
        return page.with(values, page.quality(), page.flags());
    }

    static History history(List<ReadingsPage> pages) {
        Map<LocalDate, ReadingsPage> byDay = new TreeMap<>();
        pages.forEach(page -> byDay.put(page.day(), page));
        return day -> Optional.ofNullable(byDay.get(day));
    }

    static Validation.Validated amounts(List<ReadingsPage> pages, History history) {
        return Validation.of(pages, Counting.amounts(), history, Thresholds.standard());
    }

    static Validation.Validated amounts(ReadingsPage... pages) {
        return amounts(Arrays.asList(pages), History.NONE);
    }

    /** Which hours of the page are flagged with the letter. */
    static List<Integer> flagged(ReadingsPage page, char letter) {
        if (page.flags().isEmpty()) {
            return Collections.emptyList();
        }
        String flags = page.flags().get();
        List<Integer> hours = new ArrayList<>();
        for (int hour = 0; hour < flags.length(); hour++) {
            if (flags.charAt(hour) == letter) {
                hours.add(hour);
            }
        }
        return hours;
    }
}

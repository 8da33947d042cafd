package io.smartblocks.portal.energy.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day's sum from its page is the sum of its intervals, laid out one by one. */
class PageSumsTests {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "PT15M", "PT30M", "PT1H"})
    void pages_with_gaps_estimates_and_changed_clocks(String every) {
        MeterState meter = meter(every);
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            LocalDate from = LocalDate.of(2026, random.nextBoolean() ? 3 : 10, 1);
            LocalDate end = from.plusMonths(1);
            List<DayReadings> pages = new ArrayList<>();
            from.datesUntil(end)
                    .filter(day -> random.nextInt(5) > 0)
                    .forEach(day -> pages.add(page(meter, day, random)));

            assertThat(PageSums.fit(meter, pages)).isTrue();
            assertThat(PageSums.of(meter, from, end, pages))
                    .as("seed " + seed)
                    .isEqualTo(laidOut(meter, from, end, pages));
        }
    }

    @Test
    void numbers_that_may_be_too_large_for_a_sum_are_laid_out() {
        MeterState meter = meter("PT1H");
        LocalDate day = LocalDate.of(2026, 10, 5);
        long[] values = new long[24];
        values[7] = Long.MAX_VALUE / 2;

        assertThat(PageSums.fit(meter, List.of(page(meter, day, values, "A".repeat(24), 0))))
                .isFalse();
        assertThat(PageSums.fit(meter("P1D"), List.of())).isFalse();
    }

    private static List<DaySum> laidOut(MeterState meter, LocalDate from, LocalDate end, List<DayReadings> pages) {
        List<Slot> slots = Slots.of(meter, from, end, pages);
        return from.datesUntil(end)
                .map(day -> new DaySum(
                        day,
                        slots.stream()
                                .filter(slot -> slot.day().equals(day))
                                .map(Amount::of)
                                .reduce(Amount.NONE, Amount::and)))
                .toList();
    }

    private static DayReadings page(MeterState meter, LocalDate day, Random random) {
        long[] values = new long[meter.interval().valuesOn(day, DUBLIN)];
        StringBuilder quality = new StringBuilder();
        boolean none = random.nextInt(9) == 0;
        for (int i = 0; i < values.length; i++) {
            boolean missing = none || random.nextInt(6) == 0;
            values[i] = missing ? DayReadings.MISSING : random.nextInt(20) - 5;
            quality.append(missing ? '-' : "AEC".charAt(random.nextInt(3)));
        }
        return page(meter, day, values, quality.toString(), random.nextInt(4));
    }

    private static DayReadings page(MeterState meter, LocalDate day, long[] values, String quality, int scale) {
        return new DayReadings(
                meter.meter(),
                day,
                DUBLIN.getId(),
                meter.interval().value(),
                meter.unit(),
                scale,
                values,
                quality,
                new byte[0]);
    }

    private static MeterState meter(String every) {
        return MeterState.of(new RegisterMeter(
                new MeterId("M-1"),
                new MemberId("metering"),
                "Main",
                "Campus",
                "electricity",
                "kWh",
                new Interval(every),
                DUBLIN));
    }
}

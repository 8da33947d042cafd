package io.smartblocks.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CampusSimulatorTests {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final CampusSimulator campus = new CampusSimulator(20_260_701, DUBLIN, LocalDate.of(2026, 7, 1));

    @ParameterizedTest
    @EnumSource(CampusMeter.class)
    void makes_the_same_readings_for_the_same_seed_in_any_order(CampusMeter meter) {
        CampusSimulator again = new CampusSimulator(20_260_701, DUBLIN, LocalDate.of(2026, 7, 1));
        List<LocalDate> days = year().toList();
        for (int i = days.size() - 1; i >= 0; i--) {
            assertThat(again.readings(meter, days.get(i))).isEqualTo(campus.readings(meter, days.get(i)));
        }
    }

    @Test
    void makes_other_readings_for_another_seed() {
        CampusSimulator other = new CampusSimulator(1, DUBLIN, LocalDate.of(2026, 7, 1));
        assertThat(other.readings(CampusMeter.GRID_IMPORT, FIRST))
                .isNotEqualTo(campus.readings(CampusMeter.GRID_IMPORT, FIRST));
    }

    @Test
    void keeps_the_readings_that_a_demo_site_already_has_on_its_ledger() {
        assertThat(sum(CampusMeter.GRID_IMPORT)).isEqualTo(1_494_473_048L);
        assertThat(sum(CampusMeter.BOILER_GAS) + campus.lateReading())
                .as("one day of them is read off late")
                .isEqualTo(571_197L);
        assertThat(campus.readings(CampusMeter.BOILER_GAS, campus.readLate())).containsExactly(OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource({"2026-10-24, 96", "2026-10-25, 100", "2026-03-29, 92"})
    void a_day_has_as_many_quarter_hours_as_its_clock(LocalDate day, int quarterHours) {
        assertThat(campus.readings(CampusMeter.GRID_IMPORT, day)).hasSize(quarterHours);
    }

    @Test
    void takes_from_the_grid_only_what_engine_and_turbine_do_not_give() {
        year().forEach(day -> {
            List<OptionalLong> taken = campus.readings(CampusMeter.GRID_IMPORT, day);
            List<OptionalLong> given = campus.readings(CampusMeter.GRID_EXPORT, day);
            for (int i = 0; i < taken.size(); i++) {
                assertThat(Math.min(taken.get(i).orElse(0), given.get(i).orElse(0)))
                        .isZero();
            }
        });
    }

    @Test
    void exports_at_some_time_of_the_year() {
        assertThat(sum(CampusMeter.GRID_EXPORT)).isPositive();
    }

    @Test
    void burns_more_gas_in_winter_than_in_summer() {
        assertThat(sum(CampusMeter.BOILER_GAS, FIRST, FIRST.plusMonths(1)))
                .isGreaterThan(2 * sum(CampusMeter.BOILER_GAS, FIRST.plusMonths(6), FIRST.plusMonths(7)));
    }

    @Test
    void loses_some_readings_but_never_more_than_two_hours_at_the_grid() {
        List<Long> lost = year().map(day -> campus.readings(CampusMeter.GRID_IMPORT, day).stream()
                        .filter(OptionalLong::isEmpty)
                        .count())
                .toList();
        assertThat(lost).anyMatch(n -> n > 0).allMatch(n -> n <= 8);
    }

    @Test
    void never_loses_three_days_of_gas_running() {
        List<Boolean> lost = year().map(day ->
                        campus.readings(CampusMeter.BOILER_GAS, day).get(0).isEmpty())
                .toList();
        assertThat(lost).contains(true);
        for (int i = 2; i < lost.size(); i++) {
            assertThat(lost.get(i) && lost.get(i - 1) && lost.get(i - 2)).isFalse();
        }
    }

    private long sum(CampusMeter meter) {
        return sum(meter, FIRST, FIRST.plusYears(1));
    }

    private long sum(CampusMeter meter, LocalDate from, LocalDate to) {
        return from.datesUntil(to)
                .flatMap(day -> campus.readings(meter, day).stream())
                .mapToLong(reading -> reading.orElse(0))
                .sum();
    }

    private static Stream<LocalDate> year() {
        return FIRST.datesUntil(FIRST.plusYears(1));
    }
}

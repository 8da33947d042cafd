package io.smartblocks.runtime.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration.Season;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClockMaskTests {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final Season WINTER =
            new Season("Winter", MonthDay.of(11, 1), MonthDay.of(3, 31), new SourceRange(0, 0, 1, 1));
    private static final LocalCalendar CALENDAR =
            new LocalCalendar(DUBLIN, "Ireland", WorkingDays.named("Ireland").orElseThrow(), List.of(WINTER));

    @Test
    void half_hours_of_the_worked_example_fall_into_their_zones_when_the_clock_changes() throws IOException {
        JsonNode vectors = new JsonMapper()
                .readTree(SharedFiles.text("cases/metering/worked/WE4_energy_supply.json"))
                .get("dst_vectors");

        assertThat(vectors.properties()).isNotEmpty();
        for (Map.Entry<String, JsonNode> vector : vectors.properties()) {
            YearMonth month = YearMonth.parse(vector.getKey());
            Grid grid = grid(month.atDay(1), month.plusMonths(1).atDay(1), 30);
            ClockMask mask = ClockMask.of(grid, CALENDAR, List.of(hours("23:00", "08:00"), hours("17:00", "19:00")));
            JsonNode expected = vector.getValue().get("half_hours");
            assertThat(List.of(mask.count(0), mask.count(2), mask.count(1)))
                    .as(vector.getKey())
                    .containsExactly(
                            expected.get("night").asInt(),
                            expected.get("day").asInt(),
                            expected.get("peak").asInt());
            vector.getValue().get("odd_days").properties().forEach(day -> {
                LocalDate date = LocalDate.parse(day.getKey());
                assertThat(grid(date, date.plusDays(1), 30).size())
                        .isEqualTo(day.getValue().asInt());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 92", "2026-10-25, 100", "2026-10-24, 96"})
    void a_day_has_as_many_quarter_hours_as_the_clock_gives_it(LocalDate day, int quarterHours) {
        assertThat(grid(day, day.plusDays(1), 15).size()).isEqualTo(quarterHours);
    }

    @ParameterizedTest
    @CsvSource({
        "23:00, 08:00, 22:45, false",
        "23:00, 08:00, 23:00, true",
        "23:00, 08:00, 07:45, true",
        "23:00, 08:00, 08:00, false",
        "17:00, 00:00, 23:45, true",
        "17:00, 00:00, 00:00, false",
        "00:00, 00:00, 12:00, true",
        "17:00, 19:00, 19:00, false"
    })
    void an_interval_belongs_to_the_hour_in_which_it_starts(String from, String to, LocalTime start, boolean inside) {
        assertThat(CALENDAR.holds(hours(from, to), LocalDate.of(2026, 5, 5), start))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31, false", "2026-11-01, true", "2027-01-15, true", "2027-03-31, true", "2027-04-01, false"})
    void a_season_may_wrap_the_end_of_the_year(LocalDate day, boolean inside) {
        CalendarTest test = new CalendarTest(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CalendarTest.SeasonTest("Winter", true)),
                Optional.empty(),
                Optional.empty());

        assertThat(CALENDAR.holds(test, day, LocalTime.NOON)).isEqualTo(inside);
    }

    @Test
    void the_first_test_that_holds_takes_the_interval() {
        Grid day = grid(LocalDate.of(2026, 5, 5), LocalDate.of(2026, 5, 6), 60);
        ClockMask mask = ClockMask.of(day, CALENDAR, List.of(hours("08:00", "12:00"), hours("00:00", "12:00")));

        assertThat(List.of(mask.count(0), mask.count(1), mask.count(2))).containsExactly(4, 8, 12);
    }

    private static Grid grid(LocalDate from, LocalDate to, int minutes) {
        return new Grid(from, to, DUBLIN, new TimeSpan(minutes, TimeSpan.Unit.MINUTE));
    }

    private static CalendarTest hours(String from, String to) {
        return new CalendarTest(
                Optional.empty(),
                Optional.of(new CalendarTest.Hours(LocalTime.parse(from), LocalTime.parse(to))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

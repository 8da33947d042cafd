package io.smartblocks.portal.energy.site;

import static io.smartblocks.portal.energy.site.TileFixture.OCTOBER;
import static io.smartblocks.portal.energy.site.TileFixture.balance;
import static io.smartblocks.portal.energy.site.TileFixture.day;
import static io.smartblocks.portal.energy.site.TileFixture.meter;
import static io.smartblocks.portal.energy.site.TileFixture.october;
import static io.smartblocks.portal.energy.site.TileFixture.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.energy.series.DaySums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The highest demand, of one meter from its sums, of several from their readings joined. */
class PeakTileTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final MeterState QUARTERS = meter("quarters", "electricity", "kWh", "PT15M");
    private static final MeterState HOURS = meter("hours", "electricity", "kWh", "PT1H");

    private final PeakTile peak =
            new PeakTile(new Peaks(mock(ReadModel.class), mock(DaySums.class)), TileFixture.words());

    @Test
    void the_energy_of_a_quarter_of_an_hour_counts_four_times() {
        Tile tile = peak.of(october(balance(
                Map.of(QUARTERS, List.of(day("2026-10-04", "900", "31.2"), day("2026-10-05", "800", "37.75"))))));

        // 37.75 kWh in 15 minutes: 37.75 · 60 / 15 = 151 kW, on 5 October at noon
        assertThat(tile.figure()).isEqualTo("151.0");
        assertThat(tile.unit()).isEqualTo("kW");
        assertThat(TileFixture.plain(tile.change())).isEqualTo("Mon 5 Oct, 12:00");
    }

    @Test
    void meters_are_joined_interval_by_interval_and_not_peak_by_peak() {
        MeterState east = meter("east", "electricity", "kWh", "PT1H");
        MeterState west = meter("west", "electricity", "MWh", "PT1H");
        // hour by hour: 50 + 10, 20 + 60, 45 + missing: the peak is 80 kW at 1 o'clock, and not 50 + 60
        Optional<Peaks.Peak> joined = Peaks.together(
                List.of(east, west),
                DAY,
                DAY.plusDays(1),
                List.of(List.of(page(east, 0, 50, 20, 45)), List.of(page(west, 3, 10, 60, DayReadings.MISSING))));

        assertThat(joined).hasValueSatisfying(found -> {
            assertThat(found.kilowatts()).isEqualByComparingTo(new BigDecimal("80"));
            assertThat(found.at()).isEqualTo(Instant.parse("2026-10-05T00:00:00Z"));
        });
    }

    @Test
    void meters_that_tell_alike_are_joined_from_their_numbers_and_the_first_of_equal_peaks_counts() {
        MeterState east = meter("east", "electricity", "kWh", "PT1H");
        MeterState west = meter("west", "electricity", "kWh", "PT1H");
        // 60, 80, 45 + missing, 80 in tenths
        Optional<Peaks.Peak> joined = Peaks.together(
                List.of(east, west),
                DAY,
                DAY.plusDays(2),
                List.of(
                        List.of(page(east, 1, 500, 200, 450, 300)),
                        List.of(page(west, 1, 100, 600, DayReadings.MISSING, 500))));

        assertThat(joined).hasValueSatisfying(found -> {
            assertThat(found.kilowatts()).isEqualByComparingTo(new BigDecimal("80"));
            assertThat(found.at()).isEqualTo(Instant.parse("2026-10-05T00:00:00Z"));
        });
        assertThat(Peaks.together(
                        List.of(east, west), DAY, DAY.plusDays(2), List.of(List.of(page(east, 1, 500)), List.of())))
                .isEmpty();
    }

    @Test
    void meters_that_are_read_at_different_intervals_cannot_be_joined() {
        Tile tile = peak.of(october(
                balance(Map.of(QUARTERS, List.of(day("2026-10-04", "1")), HOURS, List.of(day("2026-10-04", "1"))))));

        assertThat(tile.known()).isFalse();
        assertThat(tile.missing()).contains("read at different intervals");
        assertThat(tile.mend()).contains("at one interval");
    }

    @Test
    void a_site_without_an_import_meter_is_told_which_meter_gives_the_figure() {
        MeterState daily = meter("daily", "electricity", "kWh", "P1D");
        Tile tile = peak.of(october(balance(Map.of(daily, List.of(day("2026-10-04", "1"))))));

        assertThat(tile.known()).isFalse();
        assertThat(tile.missing()).contains("No meter here measures what is drawn from the grid");
        assertThat(tile.mend()).contains("at least every hour");
    }

    @Test
    void a_month_without_readings_has_no_peak() {
        Asked november = new Asked(
                place(Optional.empty()),
                OCTOBER.plus(1),
                balance(Map.of(QUARTERS, List.of(day("2026-10-04", "1")))),
                List.of());

        assertThat(peak.of(november).missing()).isEqualTo("Nothing was read in this time.");
    }

    private static DayReadings page(MeterState meter, int scale, long... first) {
        long[] values = new long[24];
        Arrays.fill(values, DayReadings.MISSING);
        System.arraycopy(first, 0, values, 0, first.length);
        return new DayReadings(
                meter.meter(),
                DAY,
                meter.zone().getId(),
                meter.interval().value(),
                meter.unit(),
                scale,
                values,
                "A".repeat(24),
                new byte[0]);
    }
}

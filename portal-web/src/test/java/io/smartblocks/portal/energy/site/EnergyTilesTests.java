package io.smartblocks.portal.energy.site;

import static io.smartblocks.portal.energy.site.TileFixture.OCTOBER;
import static io.smartblocks.portal.energy.site.TileFixture.balance;
import static io.smartblocks.portal.energy.site.TileFixture.day;
import static io.smartblocks.portal.energy.site.TileFixture.meter;
import static io.smartblocks.portal.energy.site.TileFixture.october;
import static io.smartblocks.portal.energy.site.TileFixture.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.energy.series.Amount;
import io.smartblocks.portal.energy.series.DaySum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Use, intensity and completeness of a site with import, sun, gas and export. */
class EnergyTilesTests {

    private static final MeterState GRID = meter("grid", "electricity", "kWh", "PT15M");
    private static final MeterState SUN = meter("sun", "solar electricity", "kWh", "PT15M");
    private static final MeterState OUT = meter("out", "electricity export", "kWh", "PT15M");
    private static final MeterState GAS = meter("gas", "gas", "MWh", "PT15M");

    private final EnergyTiles tiles = new EnergyTiles(TileFixture.words());

    /** October: import 600 + 400 kWh, sun 300, gas 2.5 MWh, export 100; September: import 4,625 kWh. */
    private static final Balance SITE = balance(Map.of(
            GRID, List.of(day("2026-09-30", "4625"), day("2026-10-01", "600"), day("2026-10-31", "400")),
            SUN, List.of(day("2026-10-01", "300")),
            GAS, List.of(day("2026-10-01", "2.5")),
            OUT, List.of(day("2026-10-01", "100"))));

    @Test
    void what_was_used_is_all_that_came_less_what_went_out() {
        Tile tile = tiles.used(october(SITE));

        // 600 + 400 + 300 + 2.5 · 1,000 − 100 = 3,700 kWh; September 4,625: (3,700 − 4,625) / 4,625 = −20 %
        assertThat(tile.figure()).isEqualTo("3,700");
        assertThat(tile.unit()).isEqualTo("kWh");
        assertThat(TileFixture.plain(tile.change())).isEqualTo("20.0 % less than September 2026");
        assertThat(tile.mood()).isEqualTo("good");
        assertThat(tile.formula())
                .contains("import 1,000 kWh", "export 100 kWh", "sun, wind and water 300 kWh", "heat 2,500 kWh");
        assertThat(tile.sources()).hasSize(4).allMatch(source -> source.link().endsWith("?span=month&day=2026-10-01"));
    }

    @Test
    void intensity_is_what_was_used_by_the_floor_area() {
        // 3,700 kWh / 2,500 m² = 1.48 kWh/m²
        Tile tile = tiles.intensity(october(SITE));

        assertThat(tile.figure()).isEqualTo("1.48");
        assertThat(tile.unit()).isEqualTo("kWh/m²");
        assertThat(tile.formula()).contains("2,500 m²");
    }

    @Test
    void without_the_floor_area_the_tile_says_who_states_it_and_how() {
        Tile tile = tiles.intensity(new Asked(place(Optional.empty()), OCTOBER, SITE, List.of()));

        assertThat(tile.known()).isFalse();
        assertThat(tile.missing()).isEqualTo("The floor area is not on the ledger.");
        assertThat(tile.mend()).contains("smartblocks site change library --floor-area");
    }

    @Test
    void a_month_in_which_nothing_was_read_has_no_figure_and_not_a_zero() {
        Asked november = new Asked(place(Optional.of("2500")), OCTOBER.plus(1), SITE, List.of());

        assertThat(List.of(tiles.used(november), tiles.intensity(november), tiles.complete(november)))
                .allSatisfy(tile -> {
                    assertThat(tile.known()).isFalse();
                    assertThat(tile.missing()).isEqualTo("Nothing was read in this time.");
                    assertThat(tile.mend()).isNotEmpty();
                });
    }

    @Test
    void completeness_is_rounded_down_so_that_a_gap_never_shows_as_all() {
        Amount gap = new Amount(BigDecimal.TEN, 2_998, 3_000, 4, 0, Optional.empty(), Optional.empty());
        Tile tile = tiles.complete(october(balance(Map.of(GRID, List.of(new DaySum(LocalDate.of(2026, 10, 3), gap))))));

        // 100 · 2,998 / 3,000 = 99.93…
        assertThat(tile.figure()).isEqualTo("99.9");
        assertThat(tile.change()).isEqualTo("2 missing, 4 estimated");
        assertThat(tile.icon()).isEqualTo("missing");
    }
}

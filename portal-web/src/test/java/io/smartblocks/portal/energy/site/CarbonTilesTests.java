package io.smartblocks.portal.energy.site;

import static io.smartblocks.portal.energy.site.TileFixture.balance;
import static io.smartblocks.portal.energy.site.TileFixture.day;
import static io.smartblocks.portal.energy.site.TileFixture.factor;
import static io.smartblocks.portal.energy.site.TileFixture.meter;
import static io.smartblocks.portal.energy.site.TileFixture.october;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.energy.series.DaySum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Emissions and renewable share of a site whose factors change in the middle of the month. */
class CarbonTilesTests {

    private static final MeterState GRID = meter("grid", "electricity", "kWh", "PT15M");
    private static final MeterState SUN = meter("sun", "solar electricity", "kWh", "PT15M");
    private static final MeterState CHP = meter("chp", "cogenerated electricity", "kWh", "PT15M");
    private static final MeterState OUT = meter("out", "electricity export", "kWh", "PT15M");
    private static final MeterState GAS = meter("gas", "gas", "MWh", "PT15M");

    private static final Map<MeterState, List<DaySum>> DAYS = Map.of(
            GRID, List.of(day("2026-10-10", "4000"), day("2026-10-20", "6000")),
            SUN, List.of(day("2026-10-10", "2000")),
            OUT, List.of(day("2026-10-10", "500")),
            GAS, List.of(day("2026-10-20", "5")));

    /** 300 g per kWh up to the 15th, 250 g from then on. */
    private static final Factors.Factor OF_GRID = factor(
            "CO2 factor of electricity, IE",
            "g per kWh",
            "0.001",
            "2026-10-01",
            "2026-10-15",
            "300",
            "2026-10-15",
            "2026-11-01",
            "250");

    private static final Factors.Factor OF_GAS =
            factor("CO2 factor of gas", "kg per kWh", "1", "2026-01-01", "2027-01-01", "0.204");

    private final CarbonTiles tiles = new CarbonTiles(TileFixture.words());

    @Test
    void each_day_counts_with_the_factor_of_its_day_and_the_sun_with_none() {
        Tile tile = tiles.emissions(
                october(balance(DAYS, Map.of("electricity", OF_GRID, "gas", OF_GAS), Optional.empty())));

        // 4,000 · 0.300 + 6,000 · 0.250 + 5,000 · 0.204 = 1,200 + 1,500 + 1,020 = 3,720 kg
        assertThat(tile.figure()).isEqualTo("3.7");
        assertThat(tile.unit()).isEqualTo("t CO2");
        assertThat(tile.formula()).contains("CO2 factor of electricity, IE; CO2 factor of gas");
        assertThat(tile.sources()).extracting(Tile.Source::words).containsExactly("Meter gas", "Meter grid");
    }

    @Test
    void a_factor_that_is_not_published_is_named_with_the_index_that_gives_it() {
        Tile tile = tiles.emissions(october(balance(DAYS, Map.of("electricity", OF_GRID), Optional.empty())));

        assertThat(tile.known()).isFalse();
        assertThat(tile.missing()).isEqualTo("No emission factor stands on the ledger for: gas.");
        assertThat(tile.mend()).contains("kg per kWh", "CO2 factor of gas");
    }

    @Test
    void a_factor_that_ends_before_the_last_reading_leaves_the_sum_unknown() {
        Factors.Factor ends = factor("CO2 factor of electricity", "kg per kWh", "1", "2026-10-01", "2026-10-15", "0.3");
        Tile tile =
                tiles.emissions(october(balance(DAYS, Map.of("electricity", ends, "gas", OF_GAS), Optional.empty())));

        assertThat(tile.known()).as("part of a sum is not the sum").isFalse();
        assertThat(tile.missing()).contains("electricity");
    }

    @Test
    void the_renewable_share_joins_what_is_made_here_with_the_mix_of_the_grid() {
        Factors.Factor share = factor(
                "Renewable share of electricity, IE",
                "%",
                "0.01",
                "2026-10-01",
                "2026-10-15",
                "40",
                "2026-10-15",
                "2026-11-01",
                "50");
        Map<MeterState, List<DaySum>> with = new HashMap<>(DAYS);
        with.put(CHP, List.of(day("2026-10-20", "500")));
        Tile tile = tiles.renewable(october(balance(with, Map.of(), Optional.of(share))));

        // (2,000 + 4,000 · 40 % + 6,000 · 50 %) / (2,000 + 500 + 10,000) = 6,600 / 12,500 = 52.8 %
        assertThat(tile.figure()).isEqualTo("52.8");
        assertThat(tile.change()).isEqualTo("2,000 kWh from the site itself");
        assertThat(tile.sources())
                .extracting(Tile.Source::words)
                .as("neither gas nor what is exported")
                .containsExactly("Meter chp", "Meter grid", "Meter sun");
    }

    @Test
    void without_the_mix_of_the_grid_the_tile_names_the_index() {
        Tile tile = tiles.renewable(october(balance(DAYS)));

        assertThat(tile.known()).isFalse();
        assertThat(tile.missing()).contains("renewable is not on the ledger");
        assertThat(tile.mend()).contains("Renewable share of electricity");
    }

    @Test
    void a_site_that_draws_nothing_needs_no_mix() {
        Tile tile = tiles.renewable(october(balance(Map.of(SUN, List.of(day("2026-10-10", "2000"))))));

        assertThat(tile.figure()).isEqualTo("100.0");
    }
}

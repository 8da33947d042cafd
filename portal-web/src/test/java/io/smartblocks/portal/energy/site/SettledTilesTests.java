package io.smartblocks.portal.energy.site;

import static io.smartblocks.portal.energy.site.TileFixture.OCTOBER;
import static io.smartblocks.portal.energy.site.TileFixture.SEPTEMBER;
import static io.smartblocks.portal.energy.site.TileFixture.balance;
import static io.smartblocks.portal.energy.site.TileFixture.billed;
import static io.smartblocks.portal.energy.site.TileFixture.october;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tiles make of statements: two agreements settled for October, one for September. */
class SettledTilesTests {

    private static final Words SAY = TileFixture.words();

    private static final Billed SAVED = billed(OCTOBER, Optional.of(10_000L), 8_000, euros("1200.50"));
    private static final Billed LOST = billed(OCTOBER, Optional.of(2_000L), 2_500, euros("-200.25"));
    private static final Billed BEFORE = billed(SEPTEMBER, Optional.of(5_000L), 4_000, euros("800.20"));

    private final SavingsTiles savings = new SavingsTiles(SAY);
    private final CostTile cost = new CostTile(SAY);

    @Test
    void use_stands_against_the_baseline_of_all_agreements_together() {
        Tile tile = savings.againstBaseline(october(SAVED, LOST, BEFORE));

        // used 8,000 + 2,500 = 10,500 of 12,000: 100 · (10,500 − 12,000) / 12,000 = −12.5 %
        assertThat(tile.figure()).isEqualTo("−12.5");
        assertThat(tile.mood()).isEqualTo("good");
        assertThat(tile.change()).isEqualTo("10,500 of 12,000 kWh");
        assertThat(tile.sources())
                .extracting(source -> TileFixture.plain(source.words()))
                .containsExactly("Library savings, October 2026", "Library savings, October 2026");
    }

    @Test
    void use_beyond_the_baseline_is_told_as_more() {
        Tile tile = savings.againstBaseline(october(LOST));

        // 100 · (2,500 − 2,000) / 2,000
        assertThat(tile.figure()).isEqualTo("25.0");
        assertThat(tile.mood()).isEqualTo("warn");
    }

    @Test
    void what_one_agreement_lost_is_taken_off_what_another_saved() {
        Tile tile = savings.saved(october(SAVED, LOST, BEFORE));

        // 2,000 − 500 = 1,500; September 1,000: 50 % more
        assertThat(tile.figure()).isEqualTo("1,500");
        assertThat(TileFixture.plain(tile.change())).isEqualTo("50.0 % more than September 2026");
        assertThat(tile.mood()).as("more saved is better").isEqualTo("good");
    }

    @Test
    void where_nothing_with_a_baseline_is_settled_the_tiles_say_when_there_will_be() {
        Billed without = billed(OCTOBER, Optional.empty(), 0, euros("10"));

        assertThat(List.of(savings.saved(october(without)), savings.againstBaseline(october(without))))
                .allSatisfy(tile -> {
                    assertThat(tile.known()).isFalse();
                    assertThat(tile.missing()).isEqualTo("Nothing with a baseline is settled for this time.");
                    assertThat(tile.mend()).contains("once a period that lies in this time is settled");
                });
    }

    @Test
    void a_baseline_of_zero_has_savings_but_no_percentage() {
        Billed zero = billed(OCTOBER, Optional.of(0L), 40, Map.of());

        assertThat(savings.saved(october(zero)).figure()).isEqualTo("−40");
        assertThat(savings.againstBaseline(october(zero)).known()).isFalse();
    }

    @Test
    void cost_is_what_the_owner_pays_less_what_it_receives() {
        Tile tile = cost.of(october(SAVED, LOST, BEFORE));

        // 1,200.50 − 200.25 = 1,000.25; September 800.20: 200.05 / 800.20 = 25 % more
        assertThat(tile.figure()).isEqualTo("1,000.25");
        assertThat(tile.unit()).isEqualTo("EUR");
        assertThat(TileFixture.plain(tile.change())).isEqualTo("25.0 % more than September 2026");
        assertThat(tile.mood()).isEqualTo("warn");
        assertThat(tile.sources()).hasSize(2);
    }

    @Test
    void several_currencies_are_named_and_not_added_up() {
        Billed pounds = billed(OCTOBER, Optional.empty(), 0, Map.of("GBP", BigDecimal.TEN));
        Tile tile = cost.of(october(SAVED, pounds));

        assertThat(tile.known()).isFalse();
        assertThat(tile.missing()).isEqualTo("The statements are in several currencies: EUR, GBP.");
        assertThat(tile.mend())
                .isEqualTo("Amounts of several currencies are not added up. Each statement has its own.");
    }

    @Test
    void why_there_is_no_cost_is_told_apart() {
        Asked nobodys = new Asked(TileFixture.unregistered(), OCTOBER, balance(Map.of()), List.of(SAVED));
        assertThat(cost.of(nobodys).missing()).isEqualTo("Nobody is stated to own this site.");
        assertThat(cost.of(nobodys).mend()).contains("smartblocks site register");

        assertThat(cost.of(october(BEFORE)).missing()).isEqualTo("No period within this time is settled.");

        Billed ofOthers = billed(OCTOBER, Optional.empty(), 0, Map.of());
        assertThat(cost.of(october(ofOthers)).missing()).contains("the site’s owner neither pays nor receives");
    }

    private static Map<String, BigDecimal> euros(String amount) {
        return Map.of("EUR", new BigDecimal(amount));
    }
}

package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an amendment may fall, and which version each period then follows; February has 672 hours. */
class AmendedAgreementTests {

    private static final String JANUARY = "1.0 2026-01-01/2026-02-01 1488.00";

    @TempDir
    private Path directory;

    private SupplyFixture supply;

    @BeforeEach
    void open() {
        supply = new SupplyFixture(directory);
    }

    @AfterEach
    void close() {
        assertThat(supply.verified()).isNotEmpty().hasOnlyElementsOfType(Verification.Same.class);
        supply.close();
    }

    @Test
    void one_that_holds_from_the_first_day_of_a_period_governs_all_of_it() {
        supply.swept("2026-01-01", "2026-01-31", "2026-02-10");
        supply.amended("1.1", "1.0", "1 February 2026", SupplyFixture.YEAR_END, "0.30");
        supply.swept("2026-02-01", "2026-02-28", "2026-03-10");

        assertThat(supply.settled()).containsExactly(JANUARY, "1.1 2026-02-01/2026-03-01 2016.00");
    }

    @Test
    void one_that_holds_from_the_last_day_of_a_period_changes_that_day() {
        supply.amended("1.1", "1.0", "28 February 2026", SupplyFixture.YEAR_END, "0.30");
        supply.swept("2026-01-01", "2026-02-28", "2026-03-10");

        assertThat(supply.settled()).containsExactly(JANUARY, "1.0 2026-02-01/2026-03-01 1368.00");
    }

    @Test
    void two_within_one_period_each_count_from_their_day() {
        supply.amended("1.1", "1.0", "11 February 2026", SupplyFixture.YEAR_END, "0.30");
        supply.amended("1.2", "1.1", "21 February 2026", SupplyFixture.YEAR_END, "0.50");
        supply.swept("2026-01-01", "2026-03-31", "2026-04-20");

        assertThat(supply.settled())
                .containsExactly(JANUARY, "1.0 2026-02-01/2026-03-01 2160.00", "1.2 2026-03-01/2026-04-01 3715.00");
    }

    @Test
    void one_that_ends_the_agreement_sooner_cuts_the_last_period() {
        supply.amended("1.1", "1.0", "1 February 2026", "10 March 2026", "0.30");
        supply.swept("2026-01-01", "2026-04-30", "2026-05-20");

        assertThat(supply.settled())
                .containsExactly(JANUARY, "1.1 2026-02-01/2026-03-01 2016.00", "1.1 2026-03-01/2026-03-11 720.00");
    }

    @Test
    void one_that_ends_the_agreement_in_the_period_in_which_it_takes_effect_cuts_that() {
        supply.amended("1.1", "1.0", "11 February 2026", "20 February 2026", "0.30");
        supply.swept("2026-01-01", "2026-03-31", "2026-04-20");

        assertThat(supply.settled()).containsExactly(JANUARY, "1.0 2026-02-01/2026-02-21 1200.00");
    }

    @Test
    void one_that_lengthens_the_agreement_lets_it_go_on() {
        supply.amended("1.1", "1.0", "1 December 2026", "31 January 2027", "0.30");
        supply.swept("2026-01-01", "2027-01-31", "2027-02-20");

        assertThat(supply.settled())
                .hasSize(13)
                .endsWith("1.1 2026-12-01/2027-01-01 2232.00", "1.1 2027-01-01/2027-02-01 2232.00");
    }

    @Test
    void one_whose_day_has_not_come_is_replaced_by_the_next() {
        supply.amended("1.1", "1.0", "1 March 2026", SupplyFixture.YEAR_END, "0.30");
        supply.amended("1.2", "1.1", "2 March 2026", SupplyFixture.YEAR_END, "0.20");
        supply.swept("2026-01-01", "2026-02-28", "2026-03-10");

        assertThat(supply.settled()).containsExactly(JANUARY, "1.0 2026-02-01/2026-03-01 1344.00");
        supply.swept("2026-03-01", "2026-03-31", "2026-04-20");
        assertThat(supply.settled()).last().isEqualTo("1.1 2026-03-01/2026-04-01 1510.00");
        assertThat(supply.site.sweep().runAll().count(Result.SETTLED)).isZero();
    }
}

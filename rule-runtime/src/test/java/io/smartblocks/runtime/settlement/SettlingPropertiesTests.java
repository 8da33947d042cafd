package io.smartblocks.runtime.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of every settlement, tried with random figures that each repetition makes again. */
class SettlingPropertiesTests {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final SettlementEngine ENGINE = new SettlementEngine();

    @RepeatedTest(40)
    void shares_of_a_payment_add_up_to_it_to_the_cent(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int first = random.nextInt(50);
        int second = random.nextInt(50);
        String price = "0.0" + (1 + random.nextInt(998));
        Agreement agreement = MonthFixture.agreement("""
                party Operator is "Grid Ltd".
                party Lender is "Bank Ltd".
                clause 1 "Shared":
                  Client shall pay Energy Used * %s EUR per kWh at settlement:
                    %d.%d %% to Operator, %d %% to Lender, the rest to Supplier.
                """.formatted(price, first, random.nextInt(10), second));
        Case settled = month(agreement, JANUARY, random);

        Settlement settlement = ((Outcome.Settled) ENGINE.settle(settled)).settlement();

        BigDecimal whole =
                value(settlement, "Energy Used").times(Exact.parse(price)).toDecimal(2, RoundingMode.HALF_UP);
        assertThat(settlement.lines().stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(whole);
    }

    @RepeatedTest(20)
    void the_order_in_which_evidence_comes_does_not_matter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Agreement agreement = MonthFixture.agreement("""
                meter Second Meter reads kWh every 1 hour from "meter/2".
                when readings of Second Meter are missing, hold settlement.
                index Market Price is published in EUR per kWh every 1 day by "Exchange".
                Mean Price is the average of Market Price over Billing Month.
                clause 1 "Energy":
                  Client shall pay (Energy Used + the total of Second Meter over Billing Month) * Mean Price
                  to Supplier at settlement.
                """);
        MeterColumn one = column(agreement, JANUARY, JANUARY.plusMonths(1), random);
        MeterColumn two = column(agreement, JANUARY, JANUARY.plusMonths(1), random);
        List<IndexValue> prices = new ArrayList<>();
        for (LocalDate day = JANUARY; day.getMonthValue() == 1; day = day.plusDays(1)) {
            prices.add(IndexValue.ofDays(
                    day, day.plusDays(1), agreement.settings().zone(), Exact.of(random.nextInt(500), 3)));
        }
        List<IndexValue> shuffled = new ArrayList<>(prices);
        Collections.shuffle(shuffled, random);

        Settlement told = settled(
                agreement,
                Evidence.asOf(7)
                        .column("Import Meter", one)
                        .column("Second Meter", two)
                        .index("Market Price", prices)
                        .build());
        Settlement toldOtherwise = settled(
                agreement,
                Evidence.asOf(7)
                        .index("Market Price", shuffled)
                        .column("Second Meter", two)
                        .column("Import Meter", one)
                        .build());

        assertThat(toldOtherwise.lines()).isEqualTo(told.lines());
        assertThat(toldOtherwise.values()).isEqualTo(told.values());
    }

    @RepeatedTest(20)
    void bands_of_the_months_counted_from_the_start_of_the_year_add_up_to_those_of_the_year(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String bands =
                "in bands: up to %d kWh at 0.31 EUR per kWh; up to %d kWh at 0.27 EUR per kWh; above at 0.19 EUR per kWh"
                        .formatted(1 + random.nextInt(4_000), 5_000 + random.nextInt(40_000));
        Agreement agreement = MonthFixture.agreement("""
                period Year is every 1 year from 1 January 2026.
                Month Charge is Energy Used BANDS, counted from the start of Year.
                Year Charge is (the total of Energy Used over Year) BANDS.
                Sum Of Months is the total of Month Charge over Year.
                clause 1 "Energy": Client shall pay Year Charge + Sum Of Months * 0 to Supplier at settlement.
                """.replace("BANDS", bands));
        Evidence evidence = Evidence.asOf(7)
                .column("Import Meter", column(agreement, JANUARY, JANUARY.plusYears(1), random))
                .build();
        SettlementPeriod year =
                new PeriodCalendar(agreement).starting("Year", JANUARY).orElseThrow();

        Settlement settlement = ((Outcome.Settled) ENGINE.settle(new Case(agreement, year, evidence))).settlement();

        assertThat(value(settlement, "Sum Of Months")).isEqualTo(value(settlement, "Year Charge"));
    }

    private static Settlement settled(Agreement agreement, Evidence evidence) {
        return ((Outcome.Settled) ENGINE.settle(MonthFixture.of(agreement, JANUARY, evidence))).settlement();
    }

    private static Case month(Agreement agreement, LocalDate from, Random random) {
        return MonthFixture.of(
                agreement,
                from,
                Evidence.asOf(7)
                        .column("Import Meter", column(agreement, from, from.plusMonths(1), random))
                        .build());
    }

    private static MeterColumn column(Agreement agreement, LocalDate from, LocalDate to, Random random) {
        Grid grid = new Grid(
                from, to, agreement.settings().zone(), agreement.meters().get(0).every());
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 3);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, random.nextInt(9_000), Quality.ACTUAL);
        }
        return column.build();
    }

    private static Exact value(Settlement settlement, String term) {
        return settlement.values().stream()
                .filter(value -> value.name().equals(term))
                .findFirst()
                .orElseThrow()
                .value();
    }
}

package io.smartblocks.portal.energy.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.energy.agreed.SavingsTerms;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A contract year of which two months are settled: 1,000 and 3,000 kWh of baseline, 100 and 900 kWh saved. */
class SavingsYearTests {

    private static final AgreementId AGREEMENT = new AgreementId("library");
    private static final LocalDate START = LocalDate.of(2026, 7, 1);

    @Test
    void what_was_saved_stands_against_what_was_guaranteed_for_the_same_periods() {
        SavingsYear year = year(Optional.of(Exact.of(8_000)));

        assertThat(year.saved()).isEqualTo(Exact.of(1_000));
        assertThat(year.guaranteed()).hasValue(Exact.of(800));
    }

    @Test
    void the_outlook_takes_the_share_of_all_and_its_range_the_worst_and_the_best() {
        SavingsYear.Outlook outlook =
                year(Optional.of(Exact.of(8_000))).outlook().orElseThrow();

        // 1,000 / 4,000 = 25 %: 1,000 + 2,000; 10 %: 1,000 + 800; 30 %: 1,000 + 2,400
        assertThat(whole(outlook.likely())).isEqualTo("3000");
        assertThat(whole(outlook.least())).isEqualTo("1800");
        assertThat(whole(outlook.most())).isEqualTo("3400");
    }

    @Test
    void a_guarantee_that_is_a_share_of_the_baseline_is_carried_on() {
        // 800 of 4,000 is 20 %; 800 + 20 % of 8,000
        assertThat(year(Optional.of(Exact.of(8_000))).guaranteedYear().map(SavingsYearTests::whole))
                .hasValue("2400");
    }

    @Test
    void without_the_weather_to_come_there_is_no_outlook() {
        assertThat(year(Optional.empty()).outlook()).isEmpty();
        assertThat(year(Optional.empty()).guaranteedYear()).isEmpty();
    }

    private static String whole(Exact value) {
        return value.toDecimal(0, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static SavingsYear year(Optional<Exact> ahead) {
        return new SavingsYear(
                AGREEMENT,
                "Library",
                "1.0",
                1,
                START,
                START.plusYears(1),
                List.of(period(0, 1_000, 100, 200), period(1, 3_000, 900, 600)),
                ahead);
    }

    private static SavingsYear.Period period(int month, long baseline, long saved, long guaranteed) {
        LocalDate from = START.plusMonths(month);
        return new SavingsYear.Period(
                new SettledFigures(
                        new SettlementId(AGREEMENT, "Billing Month", from, 0),
                        "1.0",
                        from,
                        from.plusMonths(1),
                        Map.of(),
                        List.of(),
                        List.of(),
                        new TransactionId(Hash.of("settlement " + month))),
                new SavingsTerms.Saved(
                        Exact.of(baseline),
                        Exact.of(baseline - saved),
                        Exact.of(saved),
                        Optional.of(Exact.of(guaranteed))));
    }
}
